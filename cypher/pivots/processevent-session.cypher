// title: The PowerShell session in it
// from: ProcessEvent
// why: What did PowerShell do in this process?
MATCH (session:PowerShellSession)-[ran:RAN_IN]->(process:ProcessEvent {key: $key})
RETURN [process, ran, session] AS path
ORDER BY ran.confidence DESC, session.key
LIMIT $limit;

// fires on: the process of a session
CREATE (:PowerShellSession {key: 'p1'})-[:RAN_IN {id: 'l1', by: 'session-process', confidence: 0.95}]->(:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')});

// stays quiet on: any other process
CREATE (:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:Host {key: 'device:d1'});
