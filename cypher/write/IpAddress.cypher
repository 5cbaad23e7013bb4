// title: IpAddress nodes by their keys
UNWIND $rows AS row
MERGE (n:IpAddress {key: row.key})
ON CREATE SET n += row.properties;
