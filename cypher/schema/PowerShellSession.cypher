// title: One PowerShell process or runspace on a host
// kind: derived
CREATE CONSTRAINT PowerShellSession_key IF NOT EXISTS
FOR (n:PowerShellSession) REQUIRE n.key IS UNIQUE;
CREATE INDEX PowerShellSession_machine_started IF NOT EXISTS
FOR (n:PowerShellSession) ON (n.machine, n.started);
CREATE INDEX PowerShellSession_remote IF NOT EXISTS
FOR (n:PowerShellSession) ON (n.remote);
CREATE INDEX PowerShellSession_kind IF NOT EXISTS
FOR (n:PowerShellSession) ON (n.kind);
