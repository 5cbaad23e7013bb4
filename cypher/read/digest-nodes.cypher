// title: Observed nodes of one label in the order of their keys
MATCH (n:$($label))
WHERE n.key IS NOT NULL
RETURN n AS node
ORDER BY n.key;
