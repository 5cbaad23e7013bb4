// title: A host ran a PowerShell command; one relationship per event
// kind: observed
// event: carrier
// from: Host
// to: Command
CREATE CONSTRAINT EXECUTED_id IF NOT EXISTS
FOR ()-[r:EXECUTED]-() REQUIRE r.id IS UNIQUE;
