// title: Hosts it logged on to
// from: Account
// why: How far does this account reach? Each host with the latest logon, newest first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[logon:LOGGED_ON]->(host:Host)
ORDER BY logon.at DESC, logon.id
WITH way, host, head(collect(logon)) AS latest
RETURN nodes(way) + relationships(way) + [latest, host] AS path
ORDER BY latest.at DESC, host.key
LIMIT $limit;

// fires on: an account known by name that logged on under its SID
CREATE (:Account {key: 'name:contoso\\svc'})-[:SAME_AS {id: 'l1', by: 'same-account', confidence: 1.0}]->(account:Account {key: 'sid:s-1-5-21-1-2-3-1104'})
CREATE (account)-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
