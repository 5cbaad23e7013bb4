// title: Relationships of a node with the nodes at their other ends; first one of each kind, newest first; of a node with more than $scan relationships, of those stored last
MATCH (node:$($label) {key: $key})-[relationship]-(other)
WHERE NOT relationship:SEEN_IN
WITH node, relationship, other
LIMIT $scan
WITH node, relationship, other
ORDER BY relationship.at DESC, relationship.id
WITH node, other, type(relationship) AS type, collect(relationship) AS all_of_kind
RETURN [node, other, head(all_of_kind)] AS path
ORDER BY type, head(all_of_kind).at DESC, other.key
LIMIT $limit;
