// title: The operation that dropped it
// from: ScriptFile
// why: Which cloud operation put this script here, and who invoked it? Surest first.
MATCH (operation:Operation)-[dropped:DROPPED]->(script:ScriptFile {key: $key})
OPTIONAL MATCH (caller)-[invoked:INVOKED]->(operation)
WITH script, dropped, operation, caller, collect(invoked) AS invocations
RETURN [script, dropped, operation] + [identity IN [caller] WHERE identity IS NOT NULL] + invocations AS path
ORDER BY dropped.confidence DESC, operation.key, caller.key
LIMIT $limit;

// fires on: a script of an operation without a caller
CREATE (:Operation {key: 'c1|vm1'})-[:DROPPED {id: 'l1', by: 'operation-to-script', confidence: 0.8}]->(:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')});

// stays quiet on: an orphan script
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'l1', by: 'script-files'}]->(:Host {key: 'device:d1'});
