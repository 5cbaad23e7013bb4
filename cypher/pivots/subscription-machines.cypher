// title: Virtual machines in it
// from: Subscription
// why: Which machines of this subscription are in the logs? The least touched first.
MATCH (machine)-[within:IN]->(subscription:Subscription {key: $key})
WITH subscription, machine, within
LIMIT $scan
WITH subscription, machine, collect(within) AS records, count(*) AS times, max(CASE WHEN $newest THEN within.at END) AS newest
WITH subscription, machine, records, times, coalesce(newest, head(records).at) AS latest
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, machine.key
LIMIT $limit
UNWIND records AS within
WITH subscription, machine, times, latest, within
ORDER BY within.at, within.id
WITH subscription, machine, times, latest, collect(within) AS records
RETURN [subscription] + [machine] + [last(records)] AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, machine.key
LIMIT $limit;

MATCH (machine)-[within:IN]->(subscription:Subscription {key: $key})
WITH machine, within
LIMIT $scan
WITH machine, count(*) AS times, max(CASE WHEN $from IS NOT NULL AND within.at >= $from AND within.at <= $to THEN 1 ELSE 0 END) AS near
RETURN count(*) AS total,
       sum(times) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a subscription with a machine
CREATE (:VirtualMachine {key: 'vm1'})-[:IN {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Subscription {key: '11111111-1111-1111-1111-111111111111'});

// stays quiet on: a subscription without machines
CREATE (:VirtualMachine {key: 'vm1'})
CREATE (:Subscription {key: '11111111-1111-1111-1111-111111111111'});
