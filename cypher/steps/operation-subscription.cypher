// title: What the count of spellings asks of an operation, one step after the other
// steps: it took part in an operation of Azure's; a record of it lies in the time that is asked for and is counted; that record is the first of its subscription, on which the row stands
UNWIND $operations AS key
MATCH (operation:Operation {key: key})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (event:ActivityEvent)-[:OF]->(operation:Operation {key: key})
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN DISTINCT operation.key AS key;

UNWIND $operations AS key
MATCH (event:ActivityEvent)-[:OF]->(:Operation {key: key})
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
WITH coalesce(event.subscription, '') AS subscription,
     min([event.at, event.key])[1] AS own
WITH collect({subscription: subscription, own: own}) AS ours
MATCH (event:ActivityEvent)
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
WITH ours,
     coalesce(event.subscription, '') AS subscription,
     min([event.at, event.key])[1] AS first
WHERE any(one IN ours WHERE one.subscription = subscription AND one.own = first)
RETURN first AS key;
