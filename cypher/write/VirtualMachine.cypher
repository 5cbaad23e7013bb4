// title: VirtualMachine nodes by their keys
UNWIND $rows AS row
MERGE (n:VirtualMachine {key: row.key})
ON CREATE SET n += row.properties;
