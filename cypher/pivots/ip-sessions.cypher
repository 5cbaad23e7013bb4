// title: PowerShell sessions opened from it
// from: IpAddress
// why: Was this address used to open remote sessions? Machines with few of them first, with the host each ran on.
MATCH (session)-[opened:OPENED_FROM]->(address:IpAddress {key: $key})
WITH address, session, opened
LIMIT $scan
WITH address, session, collect(opened) AS records, session.start AS latest
WITH session.machine AS kind, collect({address: address, session: session, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.address AS address, one.session AS session, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key
LIMIT $limit
MATCH (session)-[stands:ON]->(host)
RETURN [address, session, stands, host] + records AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key, host.key
LIMIT $limit;

MATCH (session)-[opened:OPENED_FROM]->(address:IpAddress {key: $key})
WITH session, opened
LIMIT $scan
WITH session, count(opened) AS records, session.start AS latest
WITH session.machine AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a remote session
CREATE (session:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:OPENED_FROM {id: 'l1', by: 'session-connection', confidence: 0.9}]->(:IpAddress {key: '203.0.113.9'})
CREATE (session)-[:ON {id: 'l2', by: 'session'}]->(:Host {key: 'device:d1'});

// stays quiet on: a connection without a session
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});
