// title: Hosts that executed it
// from: Command
// why: Is this command rare, and where else was it seen? Each host with its first and latest execution, fewest first.
MATCH (host)-[executed:EXECUTED]->(command:Command {key: $key})
WITH command, host, executed
LIMIT $scan
WITH command, host, collect(executed) AS records, count(*) AS times, max(CASE WHEN $newest THEN executed.at END) AS newest
WITH command, host, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit
UNWIND records AS executed
WITH command, host, times, latest, executed
ORDER BY executed.at, executed.id
WITH command, host, times, latest, collect(executed) AS records
RETURN [command] + [host] + coll.distinct([head(records), last(records)]) AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit;

MATCH (host)-[executed:EXECUTED]->(command:Command {key: $key})
WITH host, executed
LIMIT $scan
WITH host, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND executed.at >= $from AND executed.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a command that one host executed twice
CREATE (host:Host {key: 'device:d1'})
CREATE (command:Command {key: 'get-process'})
CREATE (host)-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(command)
CREATE (host)-[:EXECUTED {id: 'e2', at: datetime('2026-03-01T10:00:13Z')}]->(command);

// stays quiet on: a command known from a session only
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:RAN {id: 'e1', by: 'sessions', at: datetime('2026-03-01T10:00:13Z')}]->(:Command {key: 'get-process'});
