// title: Account nodes by their keys, with every spelling of their names as a sorted set
UNWIND $rows AS row
MERGE (n:Account {key: row.key})
ON CREATE SET n += row.properties, n.names = row.names
ON MATCH SET n.names = CASE
  WHEN all(name IN row.names WHERE name IN n.names) THEN n.names
  ELSE coll.sort(coll.distinct(n.names + row.names))
END;
