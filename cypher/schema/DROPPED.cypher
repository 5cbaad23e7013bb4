// title: An operation put a script on a host
// kind: derived
// from: Operation
// to: ScriptFile
CREATE CONSTRAINT DROPPED_id IF NOT EXISTS
FOR ()-[r:DROPPED]-() REQUIRE r.id IS UNIQUE;
