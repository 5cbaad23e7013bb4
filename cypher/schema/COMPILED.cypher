// title: A PowerShell session compiled a script text
// kind: derived
// from: PowerShellSession
// to: ScriptBlock
CREATE CONSTRAINT COMPILED_id IF NOT EXISTS
FOR ()-[r:COMPILED]-() REQUIRE r.id IS UNIQUE;
