// title: Nodes of an export, of any label; an exported script carries this statement with its rows written in
UNWIND $rows AS row
MERGE (n:$(row.label) {key: row.key})
SET n += row.properties;
