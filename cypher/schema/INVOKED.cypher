// title: A caller asked for an operation; one relationship per event
// kind: observed
// event: relation
// from: Caller
// to: Operation
CREATE CONSTRAINT INVOKED_id IF NOT EXISTS
FOR ()-[r:INVOKED]-() REQUIRE r.id IS UNIQUE;
