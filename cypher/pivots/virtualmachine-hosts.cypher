// title: The host it is
// from: VirtualMachine
// why: Which host of the endpoint logs is this machine? Several answers stay visible, surest first.
MATCH (machine:VirtualMachine {key: $key})-[identity:IS]->(host:Host)
RETURN [machine, identity, host] AS path
ORDER BY identity.confidence DESC, host.key
LIMIT $limit;

// fires on: two candidate hosts
CREATE (machine:VirtualMachine {key: 'vm1'})
CREATE (machine)-[:IS {id: 'l1', by: 'vm-to-host', confidence: 0.5}]->(:Host {key: 'device:d1'})
CREATE (machine)-[:IS {id: 'l2', by: 'vm-to-host', confidence: 0.5}]->(:Host {key: 'device:d2'});

// stays quiet on: a machine without host logs
CREATE (:VirtualMachine {key: 'vm1'})
CREATE (:Host {key: 'device:d1'});
