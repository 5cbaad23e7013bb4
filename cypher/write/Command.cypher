// title: Command nodes by their keys
UNWIND $rows AS row
MERGE (n:Command {key: row.key})
ON CREATE SET n += row.properties;
