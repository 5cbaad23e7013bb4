// title: Run Command scripts on it
// from: Host
// why: Which scripts did the cloud leave on this host? The rarest contents first, with the operation when it is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (script:ScriptFile)-[stands:ON]->(host)
WITH way, script, stands
LIMIT $scan
WITH way, script, collect(stands) AS records, script.at AS latest
WITH coalesce(script.sha256, script.sha1, toString(script.size)) AS kind, collect({way: way, script: script, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.script AS script, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, script.key
LIMIT $limit
OPTIONAL MATCH (operation)-[dropped:DROPPED]->(script)
RETURN nodes(way) + relationships(way) + records + [script] + [part IN [operation, dropped] WHERE part IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, script.key, dropped.confidence DESC
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (script:ScriptFile)-[stands:ON]->(host)
WITH script, stands
LIMIT $scan
WITH script, count(stands) AS records, script.at AS latest
WITH coalesce(script.sha256, script.sha1, toString(script.size)) AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a host with a script of unknown origin
CREATE (:ScriptFile {key: 's1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'l1', by: 'script-files'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host with an ordinary file
CREATE (:FileEvent {key: 'e1', at: datetime('2026-03-01T10:00:10Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:10Z')}]->(:Host {key: 'device:d1'});
