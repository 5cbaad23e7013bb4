// title: The machine it touched
// from: Operation
// why: From the cloud to the ground: the virtual machine, and the host it is when a link says so.
//   The surest host first.
MATCH (operation:Operation {key: $key})-[targeted:TARGETED]->(machine)
WITH operation, machine, collect(targeted) AS steps
OPTIONAL MATCH (machine)-[identity:IS]->(host:Host)
RETURN [operation, machine] + steps + [part IN [identity, host] WHERE part IS NOT NULL] AS path
ORDER BY coalesce(identity.confidence, 0.0) DESC, host.key
LIMIT $limit;

// fires on: an operation on a virtual machine without host logs
CREATE (:Operation {key: 'c1|vm1'})-[:TARGETED {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:VirtualMachine {key: 'vm1'});

// stays quiet on: an operation on something else
CREATE (:Operation {key: 'c1|storage1'})
CREATE (:VirtualMachine {key: 'vm1'})-[:IS {id: 'l1', by: 'vm-to-host', confidence: 0.9}]->(:Host {key: 'device:d1'});
