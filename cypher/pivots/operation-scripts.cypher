// title: Scripts it dropped, and what ran them
// from: Operation
// why: Did the run command reach the host? The script file and its PowerShell session, surest first.
MATCH (operation:Operation {key: $key})-[dropped:DROPPED]->(script:ScriptFile)
OPTIONAL MATCH (script)-[ran:RAN_AS]->(session:PowerShellSession)
RETURN [operation, dropped, script] + [part IN [ran, session] WHERE part IS NOT NULL] AS path
ORDER BY dropped.confidence DESC, script.at, session.key
LIMIT $limit;

// fires on: a script that no session ran
CREATE (:Operation {key: 'c1|vm1'})-[:DROPPED {id: 'l1', by: 'operation-to-script', confidence: 0.8}]->(:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')});

// stays quiet on: an orphan script
CREATE (:Operation {key: 'c1|vm1'})
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')});
