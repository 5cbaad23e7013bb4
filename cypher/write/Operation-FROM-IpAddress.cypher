// title: (Operation)-[:FROM]->(IpAddress), one per new event
UNWIND $rows AS row
MATCH (a:Operation {key: row.from})
MATCH (b:IpAddress {key: row.to})
CREATE (a)-[:FROM {id: row.id, at: row.at}]->(b);
