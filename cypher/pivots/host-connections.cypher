// title: Addresses that it had connections with
// from: Host
// why: Whom did it talk to? Each address with its latest connection, the fewest connections first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[connected:CONNECTED]->(address)
WITH way, address, connected
LIMIT $scan
WITH way, address, collect(connected) AS records, count(*) AS times, max(CASE WHEN $newest THEN connected.at END) AS newest
WITH way, address, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, address.key
LIMIT $limit
UNWIND records AS connected
WITH way, address, times, latest, connected
ORDER BY connected.at, connected.id
WITH way, address, times, latest, collect(connected) AS records
RETURN nodes(way) + relationships(way) + [address] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, address.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[connected:CONNECTED]->(address)
WITH address, connected
LIMIT $scan
WITH address, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND connected.at >= $from AND connected.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a connection
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: a host that only executed a command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});
