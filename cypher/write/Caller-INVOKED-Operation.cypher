// title: (Caller)-[:INVOKED]->(Operation), one per new event
UNWIND $rows AS row
MATCH (a:Caller {key: row.from})
MATCH (b:Operation {key: row.to})
CREATE (a)-[:INVOKED {id: row.id, at: row.at}]->(b);
