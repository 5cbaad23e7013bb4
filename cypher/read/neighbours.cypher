// title: How many neighbours a node has, by type, direction and label; of no more than so many relationships
MATCH (node:$($label) {key: $key})-[relationship]-(other)
WHERE NOT relationship:SEEN_IN AND NOT relationship:ABOUT
WITH node, relationship, other
LIMIT $limit
RETURN type(relationship) AS type, startNode(relationship) = node AS outgoing, labels(other)[0] AS label, count(DISTINCT other) AS neighbours, count(*) AS relationships
ORDER BY neighbours DESC, type, label;
