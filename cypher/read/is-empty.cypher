// title: Whether the graph holds nothing but its schema
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:SchemaVersion } AS empty;
