// title: Commands it ran
// from: PowerShellSession
// why: What did this session do? Every execution, in order.
MATCH (session:PowerShellSession {key: $key})-[ran:RAN]->(command)
RETURN [session, ran, command] AS path
ORDER BY ran.at, ran.id
LIMIT $limit;

// fires on: a session that ran one command
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:RAN {id: 'e1', by: 'sessions', at: datetime('2026-03-01T10:00:13Z')}]->(:Command {key: 'get-process'});

// stays quiet on: a command that its host executed outside the session
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(host:Host {key: 'device:d1'})
CREATE (host)-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T12:00:00Z')}]->(:Command {key: 'get-process'});
