// title: (ProcessEvent)-[:ON]->(Host), one per new event
UNWIND $rows AS row
MATCH (a:ProcessEvent {key: row.from})
MATCH (b:Host {key: row.to})
CREATE (a)-[:ON {id: row.id, at: row.at}]->(b);
