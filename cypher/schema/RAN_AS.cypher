// title: A script ran as a PowerShell session
// kind: derived
// from: ScriptFile
// to: PowerShellSession
CREATE CONSTRAINT RAN_AS_id IF NOT EXISTS
FOR ()-[r:RAN_AS]-() REQUIRE r.id IS UNIQUE;
