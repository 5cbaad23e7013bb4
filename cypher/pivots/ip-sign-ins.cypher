// title: Sign-ins from it
// from: IpAddress
// why: Who signed in, or tried to, from this address? Newest first.
MATCH (caller:Caller)-[signed:SIGNED_IN]->(signIn:SignIn)-[origin:FROM]->(ip:IpAddress {key: $key})
RETURN [ip, origin, signIn, signed, caller] AS path
ORDER BY signIn.at DESC, signIn.key
LIMIT $limit;

// fires on: an address with one sign-in
CREATE (signIn:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: false})
CREATE (:Caller {key: 'upn:alice@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(signIn)
CREATE (signIn)-[:FROM {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that only operations came from
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
