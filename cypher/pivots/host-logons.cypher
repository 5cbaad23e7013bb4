// title: Accounts that logged on to it
// from: Host
// why: Whose sessions did this host hold? Each account with its latest logon, newest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (account:Account)-[logon:LOGGED_ON]->(host)
ORDER BY logon.at DESC, logon.id
WITH way, account, head(collect(logon)) AS latest
RETURN nodes(way) + relationships(way) + [latest, account] AS path
ORDER BY latest.at DESC, account.key
LIMIT $limit;

// fires on: an account that logged on twice
CREATE (account:Account {key: 'name:contoso\\svc'})
CREATE (host:Host {key: 'device:d1'})
CREATE (account)-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(host)
CREATE (account)-[:LOGGED_ON {id: 'e2', at: datetime('2026-03-01T10:00:00Z')}]->(host);

// stays quiet on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
