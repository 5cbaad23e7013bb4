// title: A Run Command that is unlike what its caller, its network or its subscription did before
// severity: low
// attack: T1651, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId Caller|callerObjectId CallerIpAddress]
// sources: AzureActivity
// parameters: trainingDays = 30 — days before the day of an operation that it is compared with;
//   minimumTraining = 30 — operations of the subscription that they must hold, else nothing is judged;
//   jaccardThreshold = 0.1 — at or below, caller and machines hardly belong together;
//   shareThreshold = 0.1 — the caller's share of all that is done on machines, at or below which it is unusual;
//   liftThreshold = 1.0 — below, the caller works on machines less than others do
// schedule: 1d
// alert: {Caller} ran a command on {ResourceName}; {score} of 10 signs are unusual: {flags} (compared with {training} operations of {trainingDays} days)
// why: A stolen account acts where its owner never did: from another network, on machines, with Run Command. Each run command, failed
//   ones too, is compared with the days before its own day in its subscription, in which only operations that succeeded count. Ten
//   signs are told and counted, those of the published model under their names; newMonOpOnSubsFixed asks what newMonOpOnSubs meant to ask,
//   lowLift asks for the lift that its comment promises, a caller never seen on machines counts as unusual, an identity is
//   one under all its names, and IPv6 addresses are compared by their first 64 bits. Medium from five signs on, low from two;
//   informational where the training is too small, and for what the same caller did again on that day with the same signs.
// blind spots: the first weeks of a log; an attacker who works from the owner's network; slow habituation.
// false positives: new colleagues and pipelines, journeys, a change of provider, subscriptions that are hardly used.
// triage: Which sign weighs most: is the caller new, or the network? Ask the owner. Read what ran: run-command-linked with the
//   same correlation id.
// steps: run-command-asked
// then: AnomalousOperations
CALL () {
  MATCH (operation:Operation {family: 'run-command'})
  RETURN operation, null AS day
  UNION ALL
  MATCH (day:ActivityDay)
  RETURN null AS operation, day
}
WITH operation, day,
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
RETURN operation.start AS TimeGenerated,
       coalesce(split(split(operation.resourceId, '/subscriptions/')[1], '/')[0], '') AS subscriptionId,
       coalesce(split(operation.operation, '/')[0], '') AS ResourceProvider,
       coalesce(vm.name, last(split(operation.resourceId, '/'))) AS ResourceName,
       coalesce(operation.operation, '') AS OperationNameValue,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       coalesce(operation.correlationId, '') AS CorrelationId,
       [from IN froms | endNode(from).key] AS ClientIP,
       0 AS ActiveDaysOnSub,
       0.0 AS avgMonOpOnSubs,
       0 AS newCaller,
       0 AS newCallerOnMonRes,
       0 AS newIpMask,
       0 AS newIpMaskOnMonRes,
       0 AS newMonOpOnSubs,
       0 AS anomCallerMonRes,
       1 AS isMonitoredOp,
       1 AS isMonitoredResource,
       0 AS newMonOpOnSubsFixed,
       0 AS lowLift,
       0 AS newIp64,
       0 AS newPrincipalTenantWide,
       0 AS score,
       [] AS flags,
       0 AS training,
       $trainingDays AS trainingDays,
       null AS P_AIB,
       null AS Jaccard_AB,
       null AS Lift_AB,
       operation.outcome AS outcome,
       'low' AS severity,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN host.machine STARTS WITH 'device:' THEN substring(host.machine, 7)
         ELSE ''
       END AS deviceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       principal,
       day {.subscription, .principal, .day, .networks, .operations, .onMachines, .runCommands} AS day,
       [node IN [operation, vm] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       operation.start AS at,
       head(events).key AS firstEvent;

// fires on: a run command of a caller that the subscription never saw
UNWIND range(1, 30) AS n
WITH n, toString(n) AS id
MERGE (caller:Caller {key: 'upn:alice@contoso.com'})
  ON CREATE SET caller.names = ['alice@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '198.51.100.7'})
CREATE (o:Operation {key: 'd' + id, correlationId: 'd' + id, resourceId: vm.key})
CREATE (caller)-[:INVOKED {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'd' + id, at: datetime('2021-11-10T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/start/action', evidence: []
})-[:OF {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);

// stays quiet on: other operations of machines
UNWIND range(1, 30) AS n
WITH n, toString(n) AS id
MERGE (caller:Caller {key: 'upn:alice@contoso.com'})
  ON CREATE SET caller.names = ['alice@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '198.51.100.7'})
CREATE (o:Operation {key: 'd' + id, correlationId: 'd' + id, resourceId: vm.key})
CREATE (caller)-[:INVOKED {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'd' + id, at: datetime('2021-11-10T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/start/action', evidence: []
})-[:OF {id: 'd' + id, at: datetime('2021-11-10T10:00:00Z')}]->(o);
