// title: Entities whose key or one of whose names contains a text; whole matches first
MATCH (node:Caller|IpAddress|Subscription|VirtualMachine|Host|Account|Command|Operation|ScriptFile|ScriptBlock|Alert)
WITH node, [word IN [node.key, node.name, node.title, node.path] + coalesce(node.names, []) WHERE word IS NOT NULL | toLower(word)] AS words
WHERE any(word IN words WHERE word CONTAINS toLower($text))
RETURN node
ORDER BY toLower($text) IN words DESC, labels(node)[0], node.key
LIMIT $limit;
