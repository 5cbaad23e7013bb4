// title: One shortest way between two nodes, whichever way its relationships point; over what logs saw and links concluded, not over what the investigation itself wrote
MATCH (from:$($fromLabel) {key: $fromKey})
MATCH (to:$($toLabel) {key: $toKey})
MATCH path = shortestPath((from)-[:AFFECTED|ATTEMPTED_LOGON|COMPILED|CONNECTED|DROPPED|EXECUTED|FROM|IN|INITIATED|INVOKED|IS|LED_TO|LOGGED_ON|OF|ON|OPENED|OPENED_FROM|RAN|RAN_AS|RAN_IN|REMOTED|SAME_AS|SHOWED|SIGNED_IN|TARGETED*..12]-(to))
WHERE all(step IN relationships(path) WHERE type(step) IN $types)
WITH path
WHERE length(path) <= $longest
RETURN nodes(path) AS nodes, relationships(path) AS steps;
