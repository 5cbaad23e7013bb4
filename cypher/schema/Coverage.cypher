// title: When an evidence file has records of which source; what lies between is missing, or never was
// kind: evidence
CREATE CONSTRAINT Coverage_key IF NOT EXISTS
FOR (n:Coverage) REQUIRE n.key IS UNIQUE;
CREATE INDEX Coverage_file IF NOT EXISTS
FOR (n:Coverage) ON (n.file);
