// title: A host had a network connection with an address; one relationship per event
// kind: observed
// event: carrier
// from: Host
// to: IpAddress
CREATE CONSTRAINT CONNECTED_id IF NOT EXISTS
FOR ()-[r:CONNECTED]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX CONNECTED_destinationPort_at IF NOT EXISTS
FOR ()-[r:CONNECTED]-() ON (r.destinationPort, r.at);
