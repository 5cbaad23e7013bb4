// title: Subscription nodes by their keys
UNWIND $rows AS row
MERGE (n:Subscription {key: row.key})
ON CREATE SET n += row.properties;
