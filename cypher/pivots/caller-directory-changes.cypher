// title: Changes of the directory by it or to it
// from: Caller
// why: Did this identity give itself or others credentials, roles or sign-in methods, or was it given some? Newest first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[part:INITIATED|AFFECTED]-(change:DirectoryChange)
OPTIONAL MATCH (change)-[other:INITIATED|AFFECTED]-(who:Caller)
WHERE other <> part
WITH way, part, change, collect(other) AS others, collect(DISTINCT who) AS people
RETURN nodes(way) + relationships(way) + [part, change] + others + people AS path
ORDER BY change.at DESC, change.key, part.id
LIMIT $limit;

// fires on: a change that somebody else made to it
CREATE (change:DirectoryChange {key: 'd1', at: datetime('2026-03-01T10:00:00Z'), operation: 'user registered security info'})
CREATE (:Caller {key: 'upn:mallory@contoso.com'})-[:INITIATED {id: 'd1', at: datetime('2026-03-01T10:00:00Z')}]->(change)
CREATE (change)-[:AFFECTED {id: 'd1', at: datetime('2026-03-01T10:00:00Z')}]->(:Caller {key: 'upn:dana@contoso.com'});

// stays quiet on: a caller that only signed in
CREATE (:Caller {key: 'upn:bob@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: true});
