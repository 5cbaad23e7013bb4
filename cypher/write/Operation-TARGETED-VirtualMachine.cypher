// title: (Operation)-[:TARGETED]->(VirtualMachine), one per new event
UNWIND $rows AS row
MATCH (a:Operation {key: row.from})
MATCH (b:VirtualMachine {key: row.to})
CREATE (a)-[:TARGETED {id: row.id, at: row.at}]->(b);
