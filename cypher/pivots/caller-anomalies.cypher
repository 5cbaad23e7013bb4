// title: Unusual behavior
// from: Caller
// why: What did the analysis of behavior find unusual about this identity, and from where? The rarest kind first.
MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[showed:SHOWED]->(anomaly)
WITH way, anomaly, showed
LIMIT $scan
WITH way, anomaly, collect(showed) AS records, anomaly.at AS latest
WITH anomaly.ActivityType AS kind, collect({way: way, anomaly: anomaly, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.way AS way, one.anomaly AS anomaly, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, anomaly.key
LIMIT $limit
OPTIONAL MATCH (anomaly)-[origin:FROM]->(ip)
RETURN nodes(way) + relationships(way) + records + [anomaly] + [element IN [origin, ip] WHERE element IS NOT NULL] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, anomaly.key, ip.key
LIMIT $limit;

MATCH way = ANY SHORTEST (:Caller {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (caller:Caller)
MATCH (caller)-[showed:SHOWED]->(anomaly)
WITH anomaly, showed
LIMIT $scan
WITH anomaly, count(showed) AS records, anomaly.at AS latest
WITH anomaly.ActivityType AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a caller with one anomaly
CREATE (:Caller {key: 'upn:mallory@contoso.com'})-[:SHOWED {id: 'b1', at: datetime('2026-03-01T10:00:00Z')}]->(:BehaviorAnomaly {key: 'b1', at: datetime('2026-03-01T10:00:00Z'), uncommon: true});

// stays quiet on: a caller that only signed in
CREATE (:Caller {key: 'upn:bob@contoso.com'})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:SignIn {key: 's1', at: datetime('2026-03-01T10:00:00Z'), succeeded: true});
