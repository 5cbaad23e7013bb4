// title: PowerShell commands on it
// from: Host
// why: What ran here? Rare commands first: each with its first and latest execution.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[executed:EXECUTED]->(command)
WITH way, command, executed
LIMIT $scan
WITH way, command, collect(executed) AS records, count(*) AS times, max(CASE WHEN $newest THEN executed.at END) AS newest
WITH way, command, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, command.key
LIMIT $limit
UNWIND records AS executed
WITH way, command, times, latest, executed
ORDER BY executed.at, executed.id
WITH way, command, times, latest, collect(executed) AS records
RETURN nodes(way) + relationships(way) + [command] + coll.distinct([head(records), last(records)]) AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, command.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[executed:EXECUTED]->(command)
WITH command, executed
LIMIT $scan
WITH command, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND executed.at >= $from AND executed.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a host with one command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});

// stays quiet on: a command of another host
CREATE (:Host {key: 'device:d1'})
CREATE (:Command {key: 'get-process'});
