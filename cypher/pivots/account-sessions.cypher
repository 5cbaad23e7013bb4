// title: PowerShell sessions it opened
// from: Account
// why: Where did this account run PowerShell? Hosts that it seldom used first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[opened:OPENED]->(session)
WITH way, session, opened
LIMIT $scan
WITH way, session, collect(opened) AS records, session.start AS latest
WITH [session.machine, coalesce(session.remote, false)] AS kind, collect({way: way, session: session, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.session AS session, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key
LIMIT $limit
OPTIONAL MATCH (session)-[stands:ON]->(host)
RETURN nodes(way) + relationships(way) + records + [session] + [part IN [stands, host] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key, host.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[opened:OPENED]->(session)
WITH session, opened
LIMIT $scan
WITH session, count(opened) AS records, session.start AS latest
WITH [session.machine, coalesce(session.remote, false)] AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an account with one session
CREATE (:Account {key: 'name:contoso\\svc'})-[:OPENED {id: 'l1', by: 'sessions'}]->(:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')});

// stays quiet on: an account that only logged on
CREATE (:Account {key: 'name:contoso\\svc'})-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
