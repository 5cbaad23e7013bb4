// title: Unusual behavior
// from: Caller
// why: What did the analysis of behavior find unusual about this identity, and from where? Newest first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[showed:SHOWED]->(anomaly:BehaviorAnomaly)
OPTIONAL MATCH (anomaly)-[origin:FROM]->(ip:IpAddress)
RETURN nodes(way) + relationships(way) + [showed, anomaly] + [element IN [origin, ip] WHERE element IS NOT NULL] AS path
ORDER BY anomaly.at DESC, anomaly.key
LIMIT $limit;

// fires on: a caller with one anomaly
CREATE (:Caller {key: 'upn:mallory@contoso.com'})-[:SHOWED {id: 'b1', at: datetime('2026-03-01T10:00:00Z')}]->(:BehaviorAnomaly {key: 'b1', at: datetime('2026-03-01T10:00:00Z'), uncommon: true});

// stays quiet on: a caller that only signed in
CREATE (:Caller {key: 'upn:bob@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: true});
