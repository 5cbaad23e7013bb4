// title: Sessions that ran it
// from: Command
// why: Which sessions ran this command, and as whom? Machines with few of them first.
MATCH (session)-[ran:RAN]->(command:Command {key: $key})
WITH command, session, ran
LIMIT $scan
WITH command, session, collect(ran) AS records
WITH command, session.machine AS kind, collect([session, records]) AS alike
WITH command, kind, alike, size(alike) AS times, head(head(alike)[1]).at AS stored
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, stored DESC, kind
LIMIT CASE WHEN $newest THEN $scan ELSE $limit END
UNWIND alike AS one
WITH command, one[0] AS session, one[1] AS records, times
WITH *, reduce(latest = head(records).at, ran IN records | CASE WHEN ran.at > latest THEN ran.at ELSE latest END) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key
LIMIT $limit
OPTIONAL MATCH (account)-[opened:OPENED]->(session)
RETURN [command, session] + records + [part IN [opened, account] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, session.key, account.key
LIMIT $limit;

MATCH (session)-[ran:RAN]->(command:Command {key: $key})
WITH session, ran
LIMIT $scan
WITH session, count(ran) AS records, max(CASE WHEN $from IS NOT NULL THEN ran.at END) AS latest
WITH session.machine AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a session without an account
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:RAN {id: 'e1', by: 'sessions', at: datetime('2026-03-01T10:00:13Z')}]->(:Command {key: 'get-process'});

// stays quiet on: a command outside any session
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T12:00:00Z')}]->(:Command {key: 'get-process'});
