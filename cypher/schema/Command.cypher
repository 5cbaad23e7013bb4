// title: A PowerShell command by its lower-case name
// kind: observed
// event: none
CREATE CONSTRAINT Command_key IF NOT EXISTS
FOR (n:Command) REQUIRE n.key IS UNIQUE;
