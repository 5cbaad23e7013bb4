// title: Addresses it acted from
// from: Caller
// why: Where does this identity come from, and is one address new? Each address with the latest
//   operation or sign-in from it, newest first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[invoked:INVOKED|SIGNED_IN]->(act:Operation|SignIn)-[origin:FROM {id: invoked.id}]->(ip:IpAddress)
WITH way, invoked, act, origin, ip
ORDER BY origin.at DESC, invoked.id
WITH ip, head(collect(nodes(way) + relationships(way) + [act, invoked, origin])) AS latest, max(origin.at) AS at
RETURN latest + [ip] AS path
ORDER BY at DESC, ip.key
LIMIT $limit;

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
