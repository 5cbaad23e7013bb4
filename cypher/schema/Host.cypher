// title: A machine as its own logs name it
// kind: observed
// event: none
// facts: machine, conflict, formerMachines
CREATE CONSTRAINT Host_key IF NOT EXISTS
FOR (n:Host) REQUIRE n.key IS UNIQUE;
CREATE INDEX Host_machine IF NOT EXISTS
FOR (n:Host) ON (n.machine);
