// title: An account logged on to a host; one relationship per event
// kind: observed
// event: carrier
// from: Account
// to: Host
CREATE CONSTRAINT LOGGED_ON_id IF NOT EXISTS
FOR ()-[r:LOGGED_ON]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX LOGGED_ON_at IF NOT EXISTS
FOR ()-[r:LOGGED_ON]-() ON (r.at);
