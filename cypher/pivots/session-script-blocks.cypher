// title: Script texts that it compiled
// from: PowerShellSession
// why: What exactly did it run? The texts as PowerShell logged them, in order, with what is missing.
MATCH (session:PowerShellSession {key: $key})-[compiled:COMPILED]->(block:ScriptBlock)
RETURN [session, compiled, block] AS path
ORDER BY block.start, block.key
LIMIT $limit;

// fires on: a session with a text
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:COMPILED {id: 'l1', by: 'session-script-block', confidence: 0.9}]->(:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''});

// stays quiet on: a text of no known session
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'session'}]->(h:Host {key: 'device:d1'})
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''})-[:ON {id: 'l2', by: 'script-block'}]->(h);
