// title: Its sign-ins
// from: Caller
// why: When and from where did this identity sign in, under any of its names, and did it succeed? Addresses that it seldom uses first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[signed:SIGNED_IN]->(signIn)
WITH way, signIn, signed
LIMIT $scan
WITH way, signIn, collect(signed) AS records, signIn.at AS latest
WITH coalesce(signIn.IPAddress, '') AS kind, collect({way: way, signIn: signIn, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.signIn AS signIn, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, signIn.key
LIMIT $limit
OPTIONAL MATCH (signIn)-[origin:FROM]->(ip)
RETURN nodes(way) + relationships(way) + records + [signIn] + [element IN [origin, ip] WHERE element IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, signIn.key, ip.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[signed:SIGNED_IN]->(signIn)
WITH signIn, signed
LIMIT $scan
WITH signIn, count(signed) AS records, signIn.at AS latest
WITH coalesce(signIn.IPAddress, '') AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a sign-in under the principal name of an object id
CREATE (person:Caller {key: 'upn:adele@contoso.com'})-[:SAME_AS {id: 'l1', by: 'caller-same-as', confidence: 1.0}]->(:Caller {key: 'oid:9b117c67-170e-4aed-9702-658b3fddc889'})
CREATE (person)-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(signIn:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: true})
CREATE (signIn)-[:FROM {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: a caller that the sign-in logs do not have
CREATE (:Caller {key: 'oid:9b117c67-170e-4aed-9702-658b3fddc889'})-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Operation {key: 'c1|vm1'});
