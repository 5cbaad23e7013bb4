// title: Entities ($label) by their keys, with every spelling of their names as a sorted set, and the file that names them
UNWIND $rows AS row
MERGE (n:$($label) {key: row.key})
ON CREATE SET n += row.properties, n.names = row.names
FOREACH (_ IN CASE WHEN all(name IN coalesce(row.names, []) WHERE name IN coalesce(n.names, [])) THEN [] ELSE [1] END |
  SET n.names = coll.sort(coll.distinct(coalesce(n.names, []) + row.names)));

MATCH (file:EvidenceFile {key: $sha256})
UNWIND $rows AS row
MATCH (n:$($label) {key: row.key})
OPTIONAL MATCH (n)-[seen:SEEN_IN]->(file)
FOREACH (_ IN CASE WHEN seen IS NULL THEN [1] ELSE [] END |
  CREATE (n)-[:SEEN_IN {names: row.names}]->(file))
FOREACH (_ IN CASE WHEN seen IS NULL OR all(name IN coalesce(row.names, []) WHERE name IN coalesce(seen.names, [])) THEN [] ELSE [1] END |
  SET seen.names = coll.sort(coll.distinct(coalesce(seen.names, []) + row.names)));
