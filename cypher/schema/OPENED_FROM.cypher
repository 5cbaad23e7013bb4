// title: A PowerShell session was opened from another host
// kind: derived
// from: PowerShellSession
// to: Host
CREATE CONSTRAINT OPENED_FROM_id IF NOT EXISTS
FOR ()-[r:OPENED_FROM]-() REQUIRE r.id IS UNIQUE;
