// title: Addresses that it had connections with
// from: Host
// why: Whom did it talk to? Each address with its latest connection, newest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[connected:CONNECTED]->(address:IpAddress)
ORDER BY connected.at DESC, connected.id
WITH way, address, head(collect(connected)) AS latest
RETURN nodes(way) + relationships(way) + [latest, address] AS path
ORDER BY latest.at DESC, address.key
LIMIT $limit;

// fires on: a connection
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: a host that only executed a command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});
