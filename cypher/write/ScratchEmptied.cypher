// title: Empties the graph that examples are tried on
MATCH (n)
WHERE NOT n:SchemaVersion
DETACH DELETE n;
