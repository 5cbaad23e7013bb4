// title: Events that are relationships ($type from $from to $to): gives known ones their further evidence, says which of these stand with other contents, adds new ones; relations of events are added alike
UNWIND $rows AS row
MATCH ()-[r:$($type) {id: row.id}]->()
FOREACH (_ IN CASE WHEN all(place IN row.evidence WHERE place IN r.evidence) THEN [] ELSE [1] END |
  SET r.evidence = coll.sort(coll.distinct(r.evidence + row.evidence)))
RETURN r.id AS id;

UNWIND $rows AS row
MATCH (a)-[r:$($type) {id: row.id}]->(b)
WHERE a.key <> row.from
  OR b.key <> row.to
  OR size(keys(r)) <> size(keys(row.properties))
  OR any(name IN keys(row.properties)
    WHERE name <> 'evidence' AND coalesce(r[name] <> row.properties[name], true))
RETURN a, r AS stands, b;

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
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties
RETURN count(r) AS done;

UNWIND $rows AS row
MATCH ()-[old:$($type) {id: row.id}]->()
MATCH (a:$($from) {key: row.from})
MATCH (b:$($to) {key: row.to})
DELETE old
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties
RETURN count(r) AS done;
