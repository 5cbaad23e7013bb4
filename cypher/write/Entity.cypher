// title: Entities ($label) by their keys, with every spelling of their names as a sorted set, and the file that names them
MATCH (file:EvidenceFile {key: $sha256})
UNWIND $rows AS row
MERGE (n:$($label) {key: row.key})
ON CREATE SET n += row.properties, n.names = row.names
ON MATCH SET n.names = CASE
  WHEN all(name IN coalesce(row.names, []) WHERE name IN n.names) THEN n.names
  ELSE coll.sort(coll.distinct(coalesce(n.names, []) + row.names))
END
MERGE (n)-[seen:SEEN_IN]->(file)
ON CREATE SET seen.names = row.names
ON MATCH SET seen.names = CASE
  WHEN all(name IN coalesce(row.names, []) WHERE name IN seen.names) THEN seen.names
  ELSE coll.sort(coll.distinct(coalesce(seen.names, []) + row.names))
END;
