// title: How many relationships nodes have, and when the latest of these was, where there are not too many to look at
UNWIND $wanted.refs AS ref
MATCH (node:$(ref.label) {key: ref.key})
WITH ref, node, count {(node)--()} AS links
OPTIONAL MATCH (node)-[touch]-()
WHERE links <= $limit
RETURN ref.label AS label, ref.key AS key, links, max(touch.at) AS last;
