// title: Hosts that had connections with it
// from: IpAddress
// why: Which machines talked to this address? Each with its latest connection, the fewest connections first.
MATCH (host)-[connected:CONNECTED]->(address:IpAddress {key: $key})
WITH address, host, connected
LIMIT $scan
WITH address, host, collect(connected) AS records, count(*) AS times, max(CASE WHEN $newest THEN connected.at END) AS newest
WITH address, host, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit
UNWIND records AS connected
WITH address, host, times, latest, connected
ORDER BY connected.at, connected.id
WITH address, host, times, latest, collect(connected) AS records
RETURN [address] + [host] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit;

MATCH (host)-[connected:CONNECTED]->(address:IpAddress {key: $key})
WITH host, connected
LIMIT $scan
WITH host, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND connected.at >= $from AND connected.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a connection
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that only an operation came from
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
