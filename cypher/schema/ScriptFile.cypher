// title: A script that Run Command put on a host
// kind: derived
CREATE CONSTRAINT ScriptFile_key IF NOT EXISTS
FOR (n:ScriptFile) REQUIRE n.key IS UNIQUE;
CREATE INDEX ScriptFile_machine_at IF NOT EXISTS
FOR (n:ScriptFile) ON (n.machine, n.at);
