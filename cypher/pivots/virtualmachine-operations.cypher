// title: Operations on it
// from: VirtualMachine
// why: What was done to this machine from the cloud? Newest first.
MATCH (operation:Operation)-[targeted:TARGETED]->(machine:VirtualMachine {key: $key})
WITH machine, operation, collect(targeted) AS steps, max(targeted.at) AS latest
RETURN [machine, operation] + steps AS path
ORDER BY latest DESC, operation.key
LIMIT $limit;

// fires on: a machine with one operation
CREATE (:Operation {key: 'c1|vm1'})-[:TARGETED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:VirtualMachine {key: 'vm1'});

// stays quiet on: a machine known only by its host
CREATE (:VirtualMachine {key: 'vm1'})-[:IS {id: 'l1', by: 'vm-to-host', confidence: 0.9}]->(:Host {key: 'device:d1'});
