// title: Relationships between the entities of events ($type from $from to $to), one per event; of some types one per start whatever the number of events; and taking those of some events away
WITH COLLECT {
       UNWIND range(0, size($froms) - 1) AS i
       MATCH (a:$($from) {key: $froms[i]})
       RETURN a ORDER BY i
     } AS froms,
     COLLECT {
       UNWIND range(0, size($tos) - 1) AS i
       MATCH (b:$($to) {key: $tos[i]})
       RETURN b ORDER BY i
     } AS tos
WHERE size(froms) = size($froms) AND size(tos) = size($tos)
UNWIND $rows AS row
WITH row, froms[row.from] AS a, tos[row.to] AS b
CREATE (a)-[r:$($type) {id: row.id, at: row.at}]->(b)
RETURN count(r) AS done;

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
