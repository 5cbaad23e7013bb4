// title: An account opened a PowerShell session
// kind: derived
// from: Account
// to: PowerShellSession
CREATE CONSTRAINT OPENED_id IF NOT EXISTS
FOR ()-[r:OPENED]-() REQUIRE r.id IS UNIQUE;
