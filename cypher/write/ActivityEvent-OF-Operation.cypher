// title: (ActivityEvent)-[:OF]->(Operation), one per new event
UNWIND $rows AS row
MATCH (a:ActivityEvent {key: row.from})
MATCH (b:Operation {key: row.to})
CREATE (a)-[:OF {id: row.id, at: row.at}]->(b);
