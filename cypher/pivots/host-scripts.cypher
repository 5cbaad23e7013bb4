// title: Run Command scripts on it
// from: Host
// why: Which scripts did the cloud leave on this host? Newest first, with the operation when it is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (script:ScriptFile)-[stands:ON]->(host)
OPTIONAL MATCH (operation:Operation)-[dropped:DROPPED]->(script)
RETURN nodes(way) + relationships(way) + [stands, script] + [part IN [operation, dropped] WHERE part IS NOT NULL] AS path
ORDER BY script.at DESC, script.key, dropped.confidence DESC
LIMIT $limit;

// fires on: a host with a script of unknown origin
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'l1', by: 'script-files'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host with an ordinary file
CREATE (:FileEvent {key: 'e1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:10Z')}]->(:Host {key: 'device:d1'});
