// title: Observed nodes of one label
MATCH (n:$($label))
WHERE n.key IS NOT NULL
RETURN n AS node;
