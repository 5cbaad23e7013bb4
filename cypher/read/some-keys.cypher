// title: A few keys of each of some labels, in no order
UNWIND $labels AS label
CALL (label) {
  MATCH (node:$(label))
  RETURN node.key AS key
  LIMIT $each
}
RETURN label, key;
