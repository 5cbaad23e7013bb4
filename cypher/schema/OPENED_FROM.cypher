// title: A PowerShell session was opened from another host, or from an address
// kind: derived
// from: PowerShellSession
// to: Host, IpAddress
CREATE CONSTRAINT OPENED_FROM_id IF NOT EXISTS
FOR ()-[r:OPENED_FROM]-() REQUIRE r.id IS UNIQUE;
