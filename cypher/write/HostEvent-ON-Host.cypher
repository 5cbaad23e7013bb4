// title: (HostEvent)-[:ON]->(Host), one per new event
UNWIND $rows AS row
MATCH (a:HostEvent {key: row.from})
MATCH (b:Host {key: row.to})
CREATE (a)-[:ON {id: row.id, at: row.at}]->(b);
