// title: PowerShell sessions on it
// from: Host
// why: Who ran PowerShell here? Sessions of a rare kind (remote or not, and their command line) first, with the account when it is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (session:PowerShellSession)-[stands:ON]->(host)
WITH way, session, stands
LIMIT $scan
WITH way, session, collect(stands) AS records, session.start AS latest
WITH [coalesce(session.remote, false), coalesce(session.commandLine, '')] AS kind, collect({way: way, session: session, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.session AS session, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key
LIMIT $limit
OPTIONAL MATCH (account)-[opened:OPENED]->(session)
RETURN nodes(way) + relationships(way) + records + [session] + [part IN [account, opened] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key, account.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (session:PowerShellSession)-[stands:ON]->(host)
WITH session, stands
LIMIT $scan
WITH session, count(stands) AS records, session.start AS latest
WITH [coalesce(session.remote, false), coalesce(session.commandLine, '')] AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a session without an account
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host that only executed a command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});
