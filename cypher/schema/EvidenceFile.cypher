// title: A file that was read, by its SHA-256, with its ledger
// kind: evidence
CREATE CONSTRAINT EvidenceFile_key IF NOT EXISTS
FOR (n:EvidenceFile) REQUIRE n.key IS UNIQUE;
