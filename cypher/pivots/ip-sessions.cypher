// title: PowerShell sessions opened from it
// from: IpAddress
// why: Was this address used to open remote sessions? Newest first, with the host each ran on.
MATCH (session:PowerShellSession)-[opened:OPENED_FROM]->(address:IpAddress {key: $key})
MATCH (session)-[stands:ON]->(host:Host)
RETURN [address, opened, session, stands, host] AS path
ORDER BY session.start DESC, session.key
LIMIT $limit;

// fires on: a remote session
CREATE (session:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:OPENED_FROM {id: 'l1', by: 'session-connection', confidence: 0.9}]->(:IpAddress {key: '203.0.113.9'})
CREATE (session)-[:ON {id: 'l2', by: 'session'}]->(:Host {key: 'device:d1'});

// stays quiet on: a connection without a session
CREATE (:Host {key: 'device:d1'})-[:CONNECTED {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:IpAddress {key: '203.0.113.9'});
