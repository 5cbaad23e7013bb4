// title: Virtual machines in it
// from: Subscription
// why: Which machines of this subscription are in the logs? Latest touched first.
MATCH (machine:VirtualMachine)-[within:IN]->(subscription:Subscription {key: $key})
ORDER BY within.at DESC, within.id
WITH subscription, machine, head(collect(within)) AS latest
RETURN [subscription, latest, machine] AS path
ORDER BY latest.at DESC, machine.key
LIMIT $limit;

// fires on: a subscription with a machine
CREATE (:VirtualMachine {key: 'vm1'})-[:IN {id: 'e1', at: datetime('2026-03-01T10:00:00Z')}]->(:Subscription {key: '11111111-1111-1111-1111-111111111111'});

// stays quiet on: a subscription without machines
CREATE (:VirtualMachine {key: 'vm1'})
CREATE (:Subscription {key: '11111111-1111-1111-1111-111111111111'});
