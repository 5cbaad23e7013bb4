// title: Nodes of any label that have a key
MATCH (node {key: $key})
RETURN node
ORDER BY labels(node)[0]
LIMIT 50;
