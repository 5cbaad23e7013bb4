// title: Alerts about a node or another key of it, and those that have it in their case; the newest first
MATCH (node:$($label) {key: $key})
WITH [node] + COLLECT {
       MATCH (node)-[:SAME_AS*1..4]-(face)
       RETURN DISTINCT face
       LIMIT 100
     } AS faces
WITH faces, [face IN faces | $label + ':' + face.key] AS refs
CALL (faces, refs) {
  UNWIND faces AS face
  MATCH (alert:Alert)-[:ABOUT]->(face)
  RETURN alert
  UNION
  MATCH (alert:Alert)
  WHERE any(ref IN alert.nodes WHERE ref IN refs)
  RETURN alert
}
RETURN alert
ORDER BY alert.time DESC, alert.key
LIMIT $limit;
