// title: Whether the graph holds nothing but its schema
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:SchemaVersion AND NOT n:Linking } AS empty;
