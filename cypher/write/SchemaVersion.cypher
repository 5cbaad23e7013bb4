// title: The version of the schema that the graph has, read and set; and waiting until its indexes are filled
MATCH (v:SchemaVersion {key: 'schema'})
RETURN v.version AS version;

CALL db.awaitIndexes($seconds);

MERGE (v:SchemaVersion {key: 'schema'})
SET v.version = $version;
