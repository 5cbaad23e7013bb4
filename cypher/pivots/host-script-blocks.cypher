// title: Script texts that PowerShell compiled on it
// from: Host
// why: What did scripts do here, as PowerShell itself logged them? The rarest texts first, with the session that ran each when it is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (block:ScriptBlock)-[stands:ON]->(host)
WITH way, block, stands
LIMIT $scan
WITH way, block, collect(stands) AS records, block.start AS latest
WITH block.fingerprint AS kind, collect({way: way, block: block, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.block AS block, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, block.key
LIMIT $limit
OPTIONAL MATCH (session)-[compiled:COMPILED]->(block)
RETURN nodes(way) + relationships(way) + records + [block] + [part IN [session, compiled] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, block.key, session.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (block:ScriptBlock)-[stands:ON]->(host)
WITH block, stands
LIMIT $scan
WITH block, count(stands) AS records, block.start AS latest
WITH block.fingerprint AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a text of no known session
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), gap: ''})-[:ON {id: 'l2', by: 'script-block'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host where only a session was seen
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'session'}]->(:Host {key: 'device:d1'});
