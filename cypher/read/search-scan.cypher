// title: Entities of one label whose key or one of whose names contains a lower-case text, in no order
MATCH (node:$($label))
WHERE any(word IN [node.key, node.name, node.title, node.path] + coalesce(node.names, []) WHERE toLower(word) CONTAINS $text)
RETURN node
LIMIT $limit;
