// title: Relationships of an export, of any type; an exported script carries this statement with its rows written in
UNWIND $rows AS row
MATCH (a:$(row.from.label) {key: row.from.key})
MATCH (b:$(row.to.label) {key: row.to.key})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r += row.properties;
