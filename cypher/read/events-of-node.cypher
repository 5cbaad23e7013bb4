// title: Evidence of the events and links that touch a node, earliest first; of a node with more than $scan relationships, of those stored last
MATCH (node:$($label) {key: $key})
WITH node, COUNT { (node)--() } - COUNT { (node)-[:SEEN_IN]-() } AS links
MATCH (node)-[touch]-()
WHERE NOT touch:SEEN_IN
WITH DISTINCT links, touch
LIMIT $scan
WITH links, touch.id AS id, min(touch.at) AS at, collect(touch.evidence) AS own
ORDER BY at, id
LIMIT $limit
OPTIONAL MATCH (event:ActivityEvent|BehaviorAnomaly|DirectoryChange|FileEvent|HostEvent|ProcessEvent|SignIn {key: id})
UNWIND CASE own WHEN [] THEN coalesce(event.evidence, []) ELSE reduce(all = [], some IN own | all + some) END AS pointer
WITH links, pointer, min(at) AS at
RETURN links, pointer
ORDER BY at, pointer
LIMIT $limit;
