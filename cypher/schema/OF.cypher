// title: An activity record belongs to its operation
// kind: observed
// event: relation
// from: ActivityEvent
// to: Operation
CREATE CONSTRAINT OF_id IF NOT EXISTS
FOR ()-[r:OF]-() REQUIRE r.id IS UNIQUE;
