// title: Processes that started on it
// from: Host
// why: What ran here? Newest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (process:ProcessEvent)-[stands:ON]->(host)
RETURN nodes(way) + relationships(way) + [stands, process] AS path
ORDER BY process.at DESC, process.key
LIMIT $limit;

// fires on: a process start
CREATE (:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:Host {key: 'device:d1'});

// stays quiet on: another kind of event
CREATE (:HostEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z')})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(:Host {key: 'device:d1'});
