// title: What the nodes at the ends of relationships are
MATCH (n)
WHERE elementId(n) IN $ids
RETURN elementId(n) AS id, head(labels(n)) AS label, n.key AS key;
