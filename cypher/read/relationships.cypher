// title: Relationships by type and id, with the nodes at their ends
UNWIND range(0, size($wanted.refs) - 1) AS position
WITH position, $wanted.refs[position] AS ref
MATCH (from)-[relationship:$(ref.type) {id: ref.id}]->(to)
RETURN [from, relationship, to] AS path
ORDER BY position;
