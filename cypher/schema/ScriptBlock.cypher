// title: One script text that PowerShell compiled on a host, put together from its logged parts
// kind: derived
CREATE CONSTRAINT ScriptBlock_key IF NOT EXISTS
FOR (n:ScriptBlock) REQUIRE n.key IS UNIQUE;
CREATE INDEX ScriptBlock_fingerprint IF NOT EXISTS
FOR (n:ScriptBlock) ON (n.fingerprint);
CREATE INDEX ScriptBlock_machine IF NOT EXISTS
FOR (n:ScriptBlock) ON (n.machine);
