// title: The virtual machine it is
// from: Host
// why: From the ground to the cloud: which virtual machine is this host? Surest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (machine:VirtualMachine)-[identity:IS]->(host)
RETURN nodes(way) + relationships(way) + [identity, machine] AS path
ORDER BY identity.confidence DESC, machine.key
LIMIT $limit;

// fires on: a host known under two names, one of them a virtual machine
CREATE (host:Host {key: 'host:vm1'})-[:SAME_AS {id: 'l2', by: 'same-host', confidence: 1.0}]->(device:Host {key: 'device:d1'})
CREATE (:VirtualMachine {key: 'vm1'})-[:IS {id: 'l1', by: 'vm-to-host', confidence: 0.9}]->(device);

// stays quiet on: a host that is no virtual machine
CREATE (:Host {key: 'device:d1'})
CREATE (:VirtualMachine {key: 'vm1'});
