// title: What a rule could have found an entity by: its faces, and the operations, sessions and changes of the directory beside them
MATCH (node:$($label) {key: $key})
WITH node,
     [node] + COLLECT {
       MATCH (node)-[:SAME_AS*1..4]-(face)
       RETURN DISTINCT face
       LIMIT 1000
     } AS faces
WITH faces,
     COLLECT {
       UNWIND faces AS face
       MATCH (face)-[:INVOKED|TARGETED|FROM|DROPPED]-(operation:Operation)
       RETURN DISTINCT operation
       LIMIT 1000
     } + COLLECT {
       UNWIND faces AS face
       MATCH (face)<-[:IS]-(:VirtualMachine)<-[:TARGETED]-(operation:Operation)
       RETURN DISTINCT operation
       LIMIT 1000
     } + COLLECT {
       UNWIND faces AS face
       MATCH (face)<-[:RAN_AS]-(:ScriptFile)<-[:DROPPED]-(operation:Operation)
       RETURN DISTINCT operation
       LIMIT 1000
     } AS operations,
     COLLECT {
       UNWIND faces AS face
       MATCH (face)-[:OPENED|ON|RAN_AS|OPENED_FROM]-(session:PowerShellSession)
       RETURN DISTINCT session
       LIMIT 1000
     } AS sessions,
     COLLECT {
       UNWIND faces AS face
       MATCH (face)-[:AFFECTED|INITIATED]-(change:DirectoryChange)
       RETURN DISTINCT change
       LIMIT 1000
     } AS changes
RETURN [face IN faces | $label + ':' + face.key] AS faces,
       coll.distinct([operation IN operations + CASE $label WHEN 'Operation' THEN faces ELSE [] END | operation.key]) AS operations,
       coll.distinct([session IN sessions + CASE $label WHEN 'PowerShellSession' THEN faces ELSE [] END | session.key]) AS sessions,
       coll.distinct([change IN changes + CASE $label WHEN 'DirectoryChange' THEN faces ELSE [] END | change.key]) AS changes;
