// title: Accounts that logged on to it
// from: Host
// why: Whose sessions did this host hold? Each account with its latest logon, the fewest logons first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (account)-[logon:LOGGED_ON]->(host)
WITH way, account, logon
LIMIT $scan
WITH way, account, collect(logon) AS records, count(*) AS times, max(CASE WHEN $newest THEN logon.at END) AS newest
WITH way, account, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, account.key
LIMIT $limit
UNWIND records AS logon
WITH way, account, times, latest, logon
ORDER BY logon.at, logon.id
WITH way, account, times, latest, collect(logon) AS records
RETURN nodes(way) + relationships(way) + [account] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, account.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (account)-[logon:LOGGED_ON]->(host)
WITH account, logon
LIMIT $scan
WITH account, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND logon.at >= $from AND logon.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: an account that logged on twice
CREATE (account:Account {key: 'name:contoso\\svc'})
CREATE (host:Host {key: 'device:d1'})
CREATE (account)-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(host)
CREATE (account)-[:LOGGED_ON {id: 'e2', at: datetime('2026-03-01T10:00:00Z')}]->(host);

// stays quiet on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
