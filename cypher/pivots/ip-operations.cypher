// title: Operations from it
// from: IpAddress
// why: What was done from this address? Newest first.
MATCH (operation:Operation)-[origin:FROM]->(ip:IpAddress {key: $key})
WITH ip, operation, collect(origin) AS origins, max(origin.at) AS latest
RETURN [ip, operation] + origins AS path
ORDER BY latest DESC, operation.key
LIMIT $limit;

// fires on: an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that no operation came from
CREATE (:IpAddress {key: '203.0.113.9'})
CREATE (:Operation {key: 'c1|vm1'});
