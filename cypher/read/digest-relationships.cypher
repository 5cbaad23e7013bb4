// title: Observed relationships of one type in the order of their ids
MATCH (a)-[r:$($type)]->(b)
WHERE r.id IS NOT NULL AND r.by IS NULL
RETURN a, r, b
ORDER BY r.id;
