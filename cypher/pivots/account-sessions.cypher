// title: PowerShell sessions it opened
// from: Account
// why: Where did this account run PowerShell? Remote sessions first, then newest first.
MATCH way = ANY SHORTEST (:Account {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (account:Account)
MATCH (account)-[opened:OPENED]->(session:PowerShellSession)
OPTIONAL MATCH (session)-[stands:ON]->(host:Host)
RETURN nodes(way) + relationships(way) + [opened, session] + [part IN [stands, host] WHERE part IS NOT NULL] AS path
ORDER BY coalesce(session.remote, false) DESC, session.start DESC, session.key, host.key
LIMIT $limit;

// fires on: an account with one session
CREATE (:Account {key: 'name:contoso\\svc'})-[:OPENED {id: 'l1', by: 'sessions'}]->(:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')});

// stays quiet on: an account that only logged on
CREATE (:Account {key: 'name:contoso\\svc'})-[:LOGGED_ON {id: 'e1', at: datetime('2026-03-01T09:00:00Z')}]->(:Host {key: 'device:d1'});
