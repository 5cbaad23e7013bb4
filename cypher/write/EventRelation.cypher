// title: Relationships between the entities of events ($type from $from to $to) that stand once per start whatever the number of events; and taking those of some events away
UNWIND $rows AS row
MATCH (a:$($from) {key: row.from})
MATCH (b:$($to) {key: row.to})
MERGE (a)-[r:$($type)]->(b)
ON CREATE SET r.id = row.from
RETURN count(r) AS done;

UNWIND $ids AS id
MATCH (a)-[r:$($type) {id: id}]->(b)
WITH a, r, b, r.id AS event
DELETE r
RETURN event, head(labels(a)) + ':' + a.key AS from, head(labels(b)) + ':' + b.key AS to;
