// title: (VirtualMachine)-[:IN]->(Subscription), one per machine whatever the number of events
UNWIND $rows AS row
MATCH (a:VirtualMachine {key: row.from})
MATCH (b:Subscription {key: row.to})
MERGE (a)-[r:IN]->(b)
ON CREATE SET r.id = row.from;
