// title: What the rule on sensitive operations asks of an operation, one step after the other; those it watches for are the ones that its own statement names
// steps: it took part in an operation of Azure's; that is one the rule watches for; a record of it lies in the time that is asked for
UNWIND $operations AS key
MATCH (operation:Operation {key: key})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (event:ActivityEvent)-[:OF]->(operation:Operation {key: key})
WHERE CASE $operation
  WHEN '' THEN $statement CONTAINS "'" + event.operation + "'"
  ELSE event.operation = toLower($operation)
END
RETURN DISTINCT operation.key AS key;

UNWIND $operations AS key
MATCH (event:ActivityEvent)-[:OF]->(operation:Operation {key: key})
WHERE CASE $operation
  WHEN '' THEN $statement CONTAINS "'" + event.operation + "'"
  ELSE event.operation = toLower($operation)
END
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN DISTINCT operation.key AS key;
