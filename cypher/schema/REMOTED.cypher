// title: Remote PowerShell went from one host to another
// kind: derived
// from: Host
// to: Host
CREATE CONSTRAINT REMOTED_id IF NOT EXISTS
FOR ()-[r:REMOTED]-() REQUIRE r.id IS UNIQUE;
