// title: Operations it invoked
// from: Caller
// why: What did this identity do in the cloud? Operations that it seldom invokes first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED]->(operation)
WITH way, operation, invoked
LIMIT $scan
WITH way, operation, collect(invoked) AS records, max(invoked.at) AS latest
WITH operation.operation AS kind, collect({way: way, operation: operation, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.operation AS operation, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit
RETURN nodes(way) + relationships(way) + [operation] + records AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED]->(operation)
WITH operation, invoked
LIMIT $scan
WITH operation, count(invoked) AS records, max(CASE WHEN $from IS NOT NULL THEN invoked.at END) AS latest
WITH operation.operation AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

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
