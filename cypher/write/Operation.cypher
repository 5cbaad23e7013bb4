// title: Operation nodes by their keys
UNWIND $rows AS row
MERGE (n:Operation {key: row.key})
ON CREATE SET n += row.properties;
