// title: The schema that this graph has
// kind: investigation
CREATE CONSTRAINT SchemaVersion_key IF NOT EXISTS
FOR (n:SchemaVersion) REQUIRE n.key IS UNIQUE;
