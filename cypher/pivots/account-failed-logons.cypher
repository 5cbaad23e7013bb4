// title: Hosts that refused it
// from: Account
// why: Did someone try this account where it does not belong? Each host with the latest attempt, the fewest attempts first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[attempt:ATTEMPTED_LOGON]->(host)
WITH way, host, attempt
LIMIT $scan
WITH way, host, collect(attempt) AS records, count(*) AS times, max(CASE WHEN $newest THEN attempt.at END) AS newest
WITH way, host, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit
UNWIND records AS attempt
WITH way, host, times, latest, attempt
ORDER BY attempt.at, attempt.id
WITH way, host, times, latest, collect(attempt) AS records
RETURN nodes(way) + relationships(way) + [host] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[attempt:ATTEMPTED_LOGON]->(host)
WITH host, attempt
LIMIT $scan
WITH host, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND attempt.at >= $from AND attempt.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: an account that logged on
CREATE (:Account {key: 'name:contoso\\svc'})-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
