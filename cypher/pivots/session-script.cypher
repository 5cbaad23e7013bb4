// title: The script it ran, and its operation
// from: PowerShellSession
// why: Was this session started from the cloud? The script file and the operation behind it.
MATCH (script:ScriptFile)-[ran:RAN_AS]->(session:PowerShellSession {key: $key})
OPTIONAL MATCH (operation:Operation)-[dropped:DROPPED]->(script)
RETURN [session, ran, script] + [part IN [dropped, operation] WHERE part IS NOT NULL] AS path
ORDER BY ran.confidence DESC, script.key, dropped.confidence DESC
LIMIT $limit;

// fires on: a session that ran a script of unknown origin
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:RAN_AS {id: 'l1', by: 'script-to-session', confidence: 0.8}]->(:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')});

// stays quiet on: a session of another kind
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});
