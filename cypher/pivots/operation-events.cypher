// title: Its log events
// from: Operation
// why: The rows of the activity log that make up an operation: start, accept and end, in order.
MATCH (event:ActivityEvent)-[belongs:OF]->(operation:Operation {key: $key})
RETURN [operation, event, belongs] AS path
ORDER BY event.at, event.key
LIMIT $limit;

// fires on: an operation with its start
CREATE (:ActivityEvent {key: 'e1', at: datetime('2026-03-01T10:00:00Z')})-[:OF {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Operation {key: 'c1|vm1'});

// stays quiet on: an event of another operation
CREATE (:ActivityEvent {key: 'e1', at: datetime('2026-03-01T10:00:00Z')})
CREATE (:Operation {key: 'c1|vm1'});
