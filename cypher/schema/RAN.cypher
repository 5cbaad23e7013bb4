// title: A PowerShell session ran a command; one relationship per event
// kind: derived
// from: PowerShellSession
// to: Command
CREATE CONSTRAINT RAN_id IF NOT EXISTS
FOR ()-[r:RAN]-() REQUIRE r.id IS UNIQUE;
