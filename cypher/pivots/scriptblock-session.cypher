// title: The session that compiled it
// from: ScriptBlock
// why: Who ran this text, and from where? Surest first.
MATCH (session:PowerShellSession)-[compiled:COMPILED]->(block:ScriptBlock {key: $key})
RETURN [block, compiled, session] AS path
ORDER BY compiled.confidence DESC, session.key
LIMIT $limit;

// fires on: a text with its session
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:COMPILED {id: 'l1', by: 'session-script-block', confidence: 0.9}]->(:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''});

// stays quiet on: a text of no known session
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'session'}]->(h:Host {key: 'device:d1'})
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''})-[:ON {id: 'l2', by: 'script-block'}]->(h);
