// title: Evidence of the events and links that touch a node, earliest first
MATCH (node:$($label) {key: $key})-[touch]-()
WHERE NOT touch:SEEN_IN
WITH DISTINCT touch
OPTIONAL MATCH (event:ActivityEvent|BehaviorAnomaly|DirectoryChange|FileEvent|HostEvent|ProcessEvent|SignIn {key: touch.id})
WITH coalesce(touch.evidence, event.evidence, []) AS evidence, touch.at AS at
UNWIND evidence AS pointer
WITH pointer, min(at) AS at
RETURN pointer
ORDER BY at, pointer
LIMIT $limit;
