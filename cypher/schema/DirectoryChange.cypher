// title: One AuditLogs record: a change of the directory, with its columns
// kind: observed
// event: carrier
CREATE CONSTRAINT DirectoryChange_key IF NOT EXISTS
FOR (n:DirectoryChange) REQUIRE n.key IS UNIQUE;
CREATE INDEX DirectoryChange_operation IF NOT EXISTS
FOR (n:DirectoryChange) ON (n.operation);
