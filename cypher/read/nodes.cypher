// title: Nodes by label and key, in the order asked for
UNWIND range(0, size($refs) - 1) AS position
WITH position, $refs[position] AS ref
MATCH (node:$(ref.label) {key: ref.key})
RETURN node
ORDER BY position;
