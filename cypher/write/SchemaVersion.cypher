// title: The version of the schema that the graph has, read and set
MATCH (v:SchemaVersion {key: 'schema'})
RETURN v.version AS version;

MERGE (v:SchemaVersion {key: 'schema'})
SET v.version = $version;
