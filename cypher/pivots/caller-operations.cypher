// title: Operations it invoked
// from: Caller
// why: What did this identity do in the cloud? Newest first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED]->(operation:Operation)
WITH way, operation, collect(invoked) AS invocations, max(invoked.at) AS latest
RETURN nodes(way) + relationships(way) + [operation] + invocations AS path
ORDER BY latest DESC, operation.key
LIMIT $limit;

// fires on: a caller with two operations
CREATE (caller:Caller {key: 'upn:alice@contoso.com'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Operation {key: 'c1|vm1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2026-03-01T11:00:00Z')}]->(:Operation {key: 'c2|vm1'});

// fires on: an object id whose principal name has an operation
CREATE (person:Caller {key: 'upn:alice@contoso.com'})-[:SAME_AS {id: 'l1', by: 'caller-same-as', confidence: 1.0}]->(:Caller {key: 'oid:9b117c67-170e-4aed-9702-658b3fddc889'})
CREATE (person)-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Operation {key: 'c1|vm1'});

// stays quiet on: a caller beside another caller's operation
CREATE (:Caller {key: 'upn:bob@contoso.com'})
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
