// title: Hosts that had connections with it
// from: IpAddress
// why: Which machines talked to this address? Each with its latest connection, newest first.
MATCH (host:Host)-[connected:CONNECTED]->(address:IpAddress {key: $key})
ORDER BY connected.at DESC, connected.id
WITH address, host, head(collect(connected)) AS latest
RETURN [address, latest, host] AS path
ORDER BY latest.at DESC, host.key
LIMIT $limit;

// fires on: a connection
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that only an operation came from
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
