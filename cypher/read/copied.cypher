// title: What is copied as Cypher: the node of a label and key, the relationship of a type and id
MATCH (node:$($label) {key: $key})
RETURN node;

MATCH (from)-[relationship:$($type) {id: $id}]->(to)
RETURN from, relationship, to;
