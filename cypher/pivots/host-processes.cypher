// title: Processes that started on it
// from: Host
// why: What ran here? Programs that it seldom starts first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (process:ProcessEvent)-[stands:ON]->(host)
WITH way, process, stands
LIMIT $scan
WITH way, process, collect(stands) AS records, process.at AS latest
WITH process.process AS kind, collect({way: way, process: process, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.process AS process, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, process.key
LIMIT $limit
RETURN nodes(way) + relationships(way) + records + [process] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, process.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (process:ProcessEvent)-[stands:ON]->(host)
WITH process, stands
LIMIT $scan
WITH process, count(stands) AS records, process.at AS latest
WITH process.process AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a process start
CREATE (:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: another kind of event
CREATE (:HostEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:Host {key: 'device:d1'});
