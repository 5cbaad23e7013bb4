// title: Callers that acted from it
// from: IpAddress
// why: Who else came from this address? Each caller with the latest operation or sign-in, the fewest first.
MATCH (ip:IpAddress {key: $key})<-[origin:FROM]-(act:Operation|SignIn)<-[invoked:INVOKED|SIGNED_IN {id: origin.id}]-(caller:Caller)
WITH ip, caller, act, invoked, origin
LIMIT $scan
WITH ip, caller, collect([act, invoked, origin]) AS acts, count(*) AS times, max(origin.at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, caller.key
LIMIT $limit
UNWIND acts AS parts
WITH ip, caller, times, latest, parts
ORDER BY parts[2].at DESC, parts[1].id
WITH ip, caller, times, latest, head(collect(parts)) AS parts
RETURN [ip, caller] + parts AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, caller.key
LIMIT $limit;

MATCH (ip:IpAddress {key: $key})<-[origin:FROM]-(act:Operation|SignIn)<-[invoked:INVOKED|SIGNED_IN {id: origin.id}]-(caller:Caller)
WITH caller, origin
LIMIT $scan
WITH caller, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND origin.at >= $from AND origin.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an address with one caller
CREATE (operation:Operation {key: 'c1|vm1'})
CREATE (:Caller {key: 'upn:alice@contoso.com'})-[:INVOKED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(operation)
CREATE (operation)-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});

// stays quiet on: an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:FROM {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9'});
