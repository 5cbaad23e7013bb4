// title: Hosts it logged on to
// from: Account
// why: How far does this account reach? Each host with the latest logon, the fewest logons first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[logon:LOGGED_ON]->(host)
WITH way, host, logon
LIMIT $scan
WITH way, host, collect(logon) AS records, count(*) AS times, max(CASE WHEN $newest THEN logon.at END) AS newest
WITH way, host, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit
UNWIND records AS logon
WITH way, host, times, latest, logon
ORDER BY logon.at, logon.id
WITH way, host, times, latest, collect(logon) AS records
RETURN nodes(way) + relationships(way) + [host] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, host.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[logon:LOGGED_ON]->(host)
WITH host, logon
LIMIT $scan
WITH host, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND logon.at >= $from AND logon.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an account known by name that logged on under its SID
CREATE (:Account {key: 'name:contoso\\svc'})-[:SAME_AS {id: 'l1', by: 'same-account', confidence: 1.0}]->(account:Account {key: 'sid:s-1-5-21-1-2-3-1104'})
CREATE (account)-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
