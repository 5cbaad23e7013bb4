// title: A machine as its own logs name it
// kind: observed
CREATE CONSTRAINT Host_key IF NOT EXISTS
FOR (n:Host) REQUIRE n.key IS UNIQUE;
