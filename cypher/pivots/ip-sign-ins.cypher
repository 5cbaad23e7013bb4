// title: Sign-ins from it
// from: IpAddress
// why: Who signed in, or tried to, from this address? Identities that seldom do first.
MATCH (signIn:SignIn)-[origin:FROM]->(ip:IpAddress {key: $key})
WITH ip, signIn, origin
LIMIT $scan
WITH ip, signIn, collect(origin) AS records, signIn.at AS latest
WITH coalesce(signIn.UserPrincipalName, signIn.ServicePrincipalId, '') AS kind, collect({ip: ip, signIn: signIn, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.ip AS ip, one.signIn AS signIn, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, signIn.key
LIMIT $limit
OPTIONAL MATCH (caller)-[signed:SIGNED_IN]->(signIn)
RETURN [ip, signIn] + records + [part IN [signed, caller] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, signIn.key, caller.key
LIMIT $limit;

MATCH (signIn:SignIn)-[origin:FROM]->(ip:IpAddress {key: $key})
WITH signIn, origin
LIMIT $scan
WITH signIn, count(origin) AS records, signIn.at AS latest
WITH coalesce(signIn.UserPrincipalName, signIn.ServicePrincipalId, '') AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an address with one sign-in
CREATE (signIn:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: false})
CREATE (:Caller {key: 'upn:alice@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(signIn)
CREATE (signIn)-[:FROM {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address that only operations came from
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
