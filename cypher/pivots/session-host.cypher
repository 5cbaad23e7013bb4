// title: The host it ran on
// from: PowerShellSession
// why: Which machine did this session act on?
MATCH (session:PowerShellSession {key: $key})-[stands:ON]->(host:Host)
RETURN [session, stands, host] AS path
ORDER BY host.key
LIMIT $limit;

// fires on: a session on a host
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host without sessions
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})
CREATE (:Host {key: 'device:d1'});
