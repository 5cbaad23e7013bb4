// title: A caller changed the directory; one relationship per event
// kind: observed
// event: relation
// from: Caller
// to: DirectoryChange
CREATE CONSTRAINT INITIATED_id IF NOT EXISTS
FOR ()-[r:INITIATED]-() REQUIRE r.id IS UNIQUE;
