// title: Observed relationships of one type
MATCH (a)-[r:$($type)]->(b)
WHERE r.id IS NOT NULL AND r.by IS NULL
RETURN a, r, b;
