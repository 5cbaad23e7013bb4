// title: Addresses it acted from
// from: Caller
// why: Where does this identity come from, and is one address new? Each address with the latest operation or sign-in from it, the least used first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED|SIGNED_IN]->(act:Operation|SignIn)-[origin:FROM {id: invoked.id}]->(ip)
WITH way, invoked, act, origin, ip
LIMIT $scan
WITH ip, collect([way, act, invoked, origin]) AS acts, count(*) AS times, max(origin.at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, ip.key
LIMIT $limit
UNWIND acts AS parts
WITH ip, times, latest, parts
ORDER BY parts[3].at DESC, parts[2].id
WITH ip, times, latest, head(collect(parts)) AS parts
RETURN nodes(parts[0]) + relationships(parts[0]) + parts[1..] + [ip] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, ip.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED|SIGNED_IN]->(act:Operation|SignIn)-[origin:FROM {id: invoked.id}]->(ip)
WITH ip, origin
LIMIT $scan
WITH ip, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND origin.at >= $from AND origin.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a caller whose operation came from an address
CREATE (caller:Caller {key: 'upn:alice@contoso.com'})
CREATE (operation:Operation {key: 'c1|vm1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(operation)
CREATE (operation)-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an address seen in another caller's event of the same operation
CREATE (alice:Caller {key: 'upn:alice@contoso.com'})
CREATE (operation:Operation {key: 'c1|vm1'})
CREATE (alice)-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(operation)
CREATE (operation)-[:FROM {id: 'e2', at: datetime('2026-03-01T10:00:05Z')}]->(:IpAddress {key: '203.0.113.9'});
