// title: Operations from it
// from: IpAddress
// why: What was done from this address? The rarest operations first.
MATCH (operation:Operation)-[origin:FROM]->(ip:IpAddress {key: $key})
WITH ip, operation, origin
LIMIT $scan
WITH ip, operation, collect(origin) AS records, max(origin.at) AS latest
WITH operation.operation AS kind, collect({ip: ip, operation: operation, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.ip AS ip, one.operation AS operation, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit
RETURN [ip, operation] + records AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit;

MATCH (operation:Operation)-[origin:FROM]->(ip:IpAddress {key: $key})
WITH operation, origin
LIMIT $scan
WITH operation, count(origin) AS records, max(CASE WHEN $from IS NOT NULL THEN origin.at END) AS latest
WITH operation.operation AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that no operation came from
CREATE (:IpAddress {key: '203.0.113.9'})
CREATE (:Operation {key: 'c1|vm1'});
