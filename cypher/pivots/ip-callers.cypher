// title: Callers that acted from it
// from: IpAddress
// why: Who else came from this address? Each caller with the latest operation, newest first.
MATCH (caller:Caller)-[invoked:INVOKED]->(operation:Operation)-[origin:FROM {id: invoked.id}]->(ip:IpAddress {key: $key})
ORDER BY origin.at DESC, invoked.id
WITH ip, caller, head(collect([operation, invoked, origin])) AS latest, max(origin.at) AS at
RETURN [ip, caller] + latest AS path
ORDER BY at DESC, caller.key
LIMIT $limit;

// fires on: an address with one caller
CREATE (operation:Operation {key: 'c1|vm1'})
CREATE (:Caller {key: 'upn:alice@contoso.com'})-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(operation)
CREATE (operation)-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
