// title: ProcessEvent nodes: first statement for events the graph knows, second for new ones
UNWIND $rows AS row
MATCH (n:ProcessEvent {key: row.id})
FOREACH (_ IN CASE WHEN all(place IN row.evidence WHERE place IN n.evidence) THEN [] ELSE [1] END |
  SET n.evidence = coll.sort(coll.distinct(n.evidence + row.evidence)))
RETURN n.key AS id;

UNWIND $rows AS row
CREATE (n:ProcessEvent {key: row.id, at: row.at, evidence: row.evidence})
SET n += row.properties;
