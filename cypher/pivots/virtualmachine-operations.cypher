// title: Operations on it
// from: VirtualMachine
// why: What was done to this machine from the cloud? The rarest operations first.
MATCH (operation)-[targeted:TARGETED]->(machine:VirtualMachine {key: $key})
WITH machine, operation, targeted
LIMIT $scan
WITH machine, operation, collect(targeted) AS records, max(targeted.at) AS latest
WITH operation.operation AS kind, collect({machine: machine, operation: operation, records: records, latest: latest}) AS alike
UNWIND alike AS one
WITH one.machine AS machine, one.operation AS operation, one.records AS records, one.latest AS latest, size(alike) AS times
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit
RETURN [machine, operation] + records AS path
ORDER BY CASE WHEN $newest THEN 0 ELSE times END, latest DESC, operation.key
LIMIT $limit;

MATCH (operation)-[targeted:TARGETED]->(machine:VirtualMachine {key: $key})
WITH operation, targeted
LIMIT $scan
WITH operation, count(targeted) AS records, max(CASE WHEN $from IS NOT NULL THEN targeted.at END) AS latest
WITH operation.operation AS kind, count(*) AS times, sum(records) AS records, sum(CASE WHEN latest >= $from AND latest <= $to THEN 1 ELSE 0 END) AS near
RETURN sum(times) AS total,
       sum(records) AS records,
       sum(CASE WHEN times = 1 THEN 1 ELSE 0 END) AS rare,
       sum(near) AS near;

// fires on: a machine with one operation
CREATE (:Operation {key: 'c1|vm1'})-[:TARGETED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:VirtualMachine {key: 'vm1'});

// stays quiet on: a machine known only by its host
CREATE (:VirtualMachine {key: 'vm1'})-[:IS {id: 'l1', by: 'vm-to-host', confidence: 0.9}]->(:Host {key: 'device:d1'});
