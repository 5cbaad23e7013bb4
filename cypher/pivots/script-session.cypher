// title: The session that ran it
// from: ScriptFile
// why: Was the script executed, and by which PowerShell? Surest first.
MATCH (script:ScriptFile {key: $key})-[ran:RAN_AS]->(session:PowerShellSession)
RETURN [script, ran, session] AS path
ORDER BY ran.confidence DESC, session.start, session.key
LIMIT $limit;

// fires on: a script that a session ran
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:RAN_AS {id: 'l1', by: 'script-to-session', confidence: 0.8}]->(:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')});

// stays quiet on: a script that was never executed
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'l1', by: 'script-files'}]->(:Host {key: 'device:d1'});
