// title: Who invoked it, and from where
// from: Operation
// why: The identity and the address behind a cloud operation; every address is kept.
MATCH (caller)-[invoked:INVOKED]->(operation:Operation {key: $key})
OPTIONAL MATCH (operation)-[origin:FROM {id: invoked.id}]->(ip:IpAddress)
WITH operation, caller, ip, collect(invoked) + collect(origin) AS steps, min(invoked.at) AS first
RETURN [operation, caller] + [address IN [ip] WHERE address IS NOT NULL] + steps AS path
ORDER BY first, caller.key, ip.key
LIMIT $limit;

// fires on: an operation whose caller has no address
CREATE (:Caller {key: 'upn:alice@contoso.com'})-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Operation {key: 'c1|vm1'});

// stays quiet on: an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
