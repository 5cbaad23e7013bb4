// title: Hosts that refused it
// from: Account
// why: Did someone try this account where it does not belong? Each host with the latest attempt,
//   most attempts first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[attempt:ATTEMPTED_LOGON]->(host:Host)
ORDER BY attempt.at DESC, attempt.id
WITH way, host, collect(attempt) AS attempts
RETURN nodes(way) + relationships(way) + [head(attempts), host] AS path
ORDER BY size(attempts) DESC, host.key
LIMIT $limit;

// fires on: an account that failed to log on
CREATE (:Account {key: 'name:contoso\\svc'})-[:ATTEMPTED_LOGON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: an account that logged on
CREATE (:Account {key: 'name:contoso\\svc'})-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
