// title: One PowerShell process or runspace on a host
// kind: derived
CREATE CONSTRAINT PowerShellSession_key IF NOT EXISTS
FOR (n:PowerShellSession) REQUIRE n.key IS UNIQUE;
