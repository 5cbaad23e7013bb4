// title: The host or address it was opened from
// from: PowerShellSession
// why: Where did the person behind this remote session sit? Surest first.
MATCH (session:PowerShellSession {key: $key})-[opened:OPENED_FROM]->(origin:Host|IpAddress)
RETURN [session, opened, origin] AS path
ORDER BY origin:Host DESC, opened.confidence DESC, origin.key
LIMIT $limit;

// fires on: a remote session with a known source
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:OPENED_FROM {id: 'l1', by: 'remote-powershell', confidence: 0.8}]->(:Host {key: 'device:d1'});

// stays quiet on: a remote session whose origin no log names
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});
