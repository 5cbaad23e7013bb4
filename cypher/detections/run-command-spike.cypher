// title: Many Run Commands in a short time
// severity: medium
// attack: T1651, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId Caller|callerObjectId]
// sources: AzureActivity
// parameters: timeDelta = 15 — minutes that a window has at most, from its first start to its last;
//   resourcesImpacted = 1 — machines that a window has at least;
//   commandsExecuted = 5 — run commands that a window has at least
// schedule: 1h/1d
// alert: {Caller} started {Commands} run commands on {ResourceCount} machines from {Start} to {End} ({shape}{habit})
// why: Somebody who feels their way on a machine, or who goes over many at once, starts one run command after the other. Every
//   window of the principal's runs that is no part of another is a row, whatever they did on other days and from however many
//   addresses: same VM (one machine), fan-out (three or more) or mixed. Failed and unfinished runs count: they are attempts.
//   Medium when the principal had no spike on an earlier day, low after one or two such days; on more it is habit and informational,
//   as is a window that overlaps one with more runs.
// blind spots: an attacker with patience; runs under several principals; habits from before the logs begin.
// false positives: patch days, deployment systems and their first day.
// triage: Is there a change or a deployment at that time? Do the addresses belong to the principal? Read what the runs did:
//   run-command-linked with the same correlation ids.
// steps: run-command-asked
// then: Spikes
MATCH (operation:Operation {family: 'run-command'})
WITH operation,
     head(COLLECT {
       MATCH (:Caller)-[asked:INVOKED]->(operation)
       RETURN asked
       ORDER BY asked.at, asked.id
       LIMIT 1
     }) AS invoked,
     COLLECT {
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WITH ip, came
       ORDER BY came.at, came.id
       WITH ip, head(collect(came)) AS first
       RETURN first
       ORDER BY first.at, ip.key
     } AS froms,
     head(COLLECT {
       MATCH (operation)-[aim:TARGETED]->(:VirtualMachine)
       RETURN aim
       ORDER BY aim.at, aim.id
       LIMIT 1
     }) AS targeted,
     COLLECT {
       MATCH (operation)<-[:OF]-(event:ActivityEvent)
       RETURN event
       ORDER BY event.at, event.key
     } AS events
WITH *,
     startNode(invoked) AS caller,
     endNode(targeted) AS vm
WITH *,
     coalesce(caller.identity, caller.key, '') AS principal,
     coalesce(vm.key, operation.resourceId) AS machine,
     COLLECT {
       MATCH (vm)-[tie:IS]->(face:Host)
       RETURN tie
       ORDER BY tie.confidence DESC, face.key
     } AS ties
WITH *,
     head(ties) AS tie,
     endNode(head(ties)) AS host
RETURN coalesce(head(caller.names), caller.name, '') AS Caller,
       [] AS CallerIP,
       1 AS ResourceCount,
       1 AS ResourceGroupCount,
       0 AS `WindowDelta [Minutes]`,
       operation.start AS Start,
       operation.end AS End,
       {} AS ResourceBag,
       1 AS Commands,
       '' AS shape,
       '' AS outcomes,
       0 AS daysBefore,
       'medium' AS severity,
       [operation.resourceId] AS resourceId,
       CASE
         WHEN host.machine STARTS WITH 'device:' THEN substring(host.machine, 7)
         ELSE ''
       END AS deviceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       principal,
       machine,
       operation.end AS ended,
       [from IN froms | endNode(from).key] AS addresses,
       operation.outcome AS outcome,
       coalesce(split(split(machine, '/resourcegroups/')[1], '/')[0], '') AS group,
       split(machine, '/providers/')[0] AS groupId,
       '' AS habit,
       [node IN [coalesce(caller, vm)] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       operation.start AS at,
       head(events).key AS firstEvent;

// fires on: five run commands on one machine within nine minutes
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c0|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c0', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e0', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:02:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:02:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:02:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:02:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:02:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:04:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:04:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:04:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:04:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:04:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c3|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c3', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e3', at: datetime('2021-11-22T10:06:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e3', at: datetime('2021-11-22T10:06:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e3', at: datetime('2021-11-22T10:06:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e3', at: datetime('2021-11-22T10:06:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e3', at: datetime('2021-11-22T10:06:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c4|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c4', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e4', at: datetime('2021-11-22T10:08:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e4', at: datetime('2021-11-22T10:08:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e4', at: datetime('2021-11-22T10:08:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e4', at: datetime('2021-11-22T10:08:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e4', at: datetime('2021-11-22T10:08:00Z')}]->(o);

// stays quiet on: five run commands over an hour
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c0|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c0', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e0', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:12:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:12:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:12:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:12:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:12:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:24:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:24:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:24:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:24:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:24:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c3|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c3', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e3', at: datetime('2021-11-22T10:36:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e3', at: datetime('2021-11-22T10:36:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e3', at: datetime('2021-11-22T10:36:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e3', at: datetime('2021-11-22T10:36:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e3', at: datetime('2021-11-22T10:36:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c4|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c4', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e4', at: datetime('2021-11-22T10:48:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e4', at: datetime('2021-11-22T10:48:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e4', at: datetime('2021-11-22T10:48:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e4', at: datetime('2021-11-22T10:48:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e4', at: datetime('2021-11-22T10:48:00Z')}]->(o);
