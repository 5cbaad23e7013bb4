// title: The node of a label that has a key
MATCH (node:$($label) {key: $key})
RETURN node;
