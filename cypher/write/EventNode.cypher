// title: Events that are small nodes ($label): gives known ones their further evidence, says which of these stand with other contents, adds new ones
UNWIND $rows AS row
MATCH (n:$($label) {key: row.id})
FOREACH (_ IN CASE WHEN all(place IN row.evidence WHERE place IN n.evidence) THEN [] ELSE [1] END |
  SET n.evidence = coll.sort(coll.distinct(n.evidence + row.evidence)))
RETURN n.key AS id;

UNWIND $rows AS row
MATCH (n:$($label) {key: row.id})
WHERE size(keys(n)) <> size(keys(row.properties))
  OR any(name IN keys(row.properties)
    WHERE name <> 'evidence' AND coalesce(n[name] <> row.properties[name], true))
RETURN n AS stands;

UNWIND $rows AS row
CREATE (n:$($label))
SET n = row.properties
RETURN count(n) AS done;

UNWIND $rows AS row
MATCH (n:$($label) {key: row.id})
SET n = row.properties
RETURN count(n) AS done;
