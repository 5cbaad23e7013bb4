// title: An operation came from an address; one relationship per event
// kind: observed
// event: relation
// from: Operation
// to: IpAddress
CREATE CONSTRAINT FROM_id IF NOT EXISTS
FOR ()-[r:FROM]-() REQUIRE r.id IS UNIQUE;
