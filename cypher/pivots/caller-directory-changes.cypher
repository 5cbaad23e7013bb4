// title: Changes of the directory by it or to it
// from: Caller
// why: Did this identity give itself or others credentials, roles or sign-in methods, or was it given some? The rarest kind of change first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[part:INITIATED|AFFECTED]-(change:DirectoryChange)
WITH way, part, change
LIMIT $scan
WITH change.operation AS kind, collect({way: way, part: part, change: change}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.part AS part, one.change AS change, one.change.at AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, change.key, part.id
LIMIT $limit
OPTIONAL MATCH (change)-[other:INITIATED|AFFECTED]-(who:Caller)
WHERE other <> part
WITH way, part, change, latest, times, collect(other) AS others, collect(DISTINCT who) AS people
RETURN nodes(way) + relationships(way) + [part, change] + others + people AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, change.key, part.id
LIMIT $limit;

MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[part:INITIATED|AFFECTED]-(change:DirectoryChange)
WITH change, part
LIMIT $scan
WITH change.operation AS kind, count(*) AS times, sum(CASE WHEN change.at >= $from AND change.at <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a change that somebody else made to it
CREATE (change:DirectoryChange {key: 'd1', at: datetime('2026-03-01T10:00:00Z'), operation: 'user registered security info'})
CREATE (:Caller {key: 'upn:mallory@contoso.com'})-[:INITIATED {id: 'd1', at: datetime('2026-03-01T10:00:00Z')}]->(change)
CREATE (change)-[:AFFECTED {id: 'd1', at: datetime('2026-03-01T10:00:00Z')}]->(:Caller {key: 'upn:dana@contoso.com'});

// stays quiet on: a caller that only signed in
CREATE (:Caller {key: 'upn:bob@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: true});
