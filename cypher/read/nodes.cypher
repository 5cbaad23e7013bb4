// title: Nodes by label and key, in the order asked for
UNWIND range(0, size($wanted.refs) - 1) AS position
WITH position, $wanted.refs[position] AS ref
MATCH (node:$(ref.label) {key: ref.key})
RETURN node
ORDER BY position;
