// title: What alerts are about, of one label
UNWIND $rows AS row
MATCH (entity:$($label) {key: row.key})
MATCH (alert:Alert {key: row.alert})
MERGE (alert)-[about:ABOUT {id: row.id}]->(entity)
RETURN about.id AS id;
