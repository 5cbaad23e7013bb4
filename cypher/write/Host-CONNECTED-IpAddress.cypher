// title: (Host)-[:CONNECTED]->(IpAddress), an event each: first statement for events the graph knows, second for new ones
UNWIND $rows AS row
MATCH ()-[r:CONNECTED {id: row.id}]->()
FOREACH (_ IN CASE WHEN all(place IN row.evidence WHERE place IN r.evidence) THEN [] ELSE [1] END |
  SET r.evidence = coll.sort(coll.distinct(r.evidence + row.evidence)))
RETURN r.id AS id;

UNWIND $rows AS row
MATCH (a:Host {key: row.from})
MATCH (b:IpAddress {key: row.to})
CREATE (a)-[r:CONNECTED {id: row.id, at: row.at, evidence: row.evidence}]->(b)
SET r += row.properties;
