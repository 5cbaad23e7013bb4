// title: Script texts that PowerShell compiled on it
// from: Host
// why: What did scripts do here, as PowerShell itself logged them? Newest first, with the session that ran each when it is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (block:ScriptBlock)-[stands:ON]->(host)
OPTIONAL MATCH (session:PowerShellSession)-[compiled:COMPILED]->(block)
RETURN nodes(way) + relationships(way) + [stands, block] + [part IN [session, compiled] WHERE part IS NOT NULL] AS path
ORDER BY block.start DESC, block.key, session.key
LIMIT $limit;

// fires on: a text of no known session
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''})-[:ON {id: 'l2', by: 'script-block'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host where only a session was seen
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'session'}]->(:Host {key: 'device:d1'});
