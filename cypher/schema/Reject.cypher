// title: A record of an evidence file that could not be used
// kind: evidence
CREATE CONSTRAINT Reject_key IF NOT EXISTS
FOR (n:Reject) REQUIRE n.key IS UNIQUE;
CREATE INDEX Reject_file IF NOT EXISTS
FOR (n:Reject) ON (n.file);
