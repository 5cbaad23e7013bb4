// title: Run Command used briefly on a machine and not again
// severity: low
// attack: T1651, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId Caller|callerObjectId]
// sources: AzureActivity, DeviceFileEvents, DeviceEvents
// parameters: MaxInteractionTime = 24 — hours from the first run of a principal on a machine to the end of its last, at most;
//   quietHours = 24 — hours after the last run that the log must hold without another;
//   historyDays = 7 — days before the first run that the log must hold
// schedule: 1d
// alert: {Caller} used Run Command on {VirtualMachineName} {count_} times within {TimeDelta} hours and not again ({briefOn} of its {machines} machines so); {onwardVisits} remote sessions went on from there
// why: Who administers a machine comes back to it; who passes through it does not. A row is a principal and a machine, by resource
//   id, with all addresses and attempts. Where the log is too short to tell, before or after, the row says `insufficient history`.
//   First come principals that are new on the machine, then those with commands seen on the host, then those from whose machine
//   remote sessions went on. Only the last are more than a row: medium when the principal is new there, else low.
// blind spots: an attacker who comes back after a day; host commands and onward sessions of machines without Defender.
// false positives: one-off administration, the most frequent reason by far; machines that lived for a day.
// triage: Is the principal new on the machine, or in the subscription? Read the commands. Follow the sessions that went on from it.
// steps: run-command-asked
// then: BriefInteractions
MATCH (face:Caller)-[:INVOKED]->(operation:Operation {family: 'run-command'})-[:TARGETED]->(vm:VirtualMachine)
WITH coalesce(face.identity, face.key) AS principal, vm, collect(DISTINCT operation) AS operations
WITH principal,
     collect({
       vm: vm,
       operations: operations,
       first: reduce(least = head(operations).start, one IN operations | CASE WHEN one.start < least THEN one.start ELSE least END),
       last: reduce(most = head(operations).start, one IN operations | CASE WHEN coalesce(one.end, one.start) > most THEN coalesce(one.end, one.start) ELSE most END)
     }) AS pairs
WITH principal, pairs, [pair IN pairs WHERE pair.last < pair.first + duration({hours: $MaxInteractionTime})] AS brief
UNWIND brief AS pair
WITH principal,
     size(pairs) AS machines,
     size(brief) AS briefOn,
     pair.vm AS vm,
     pair.operations AS operations,
     pair.first AS first,
     pair.last AS last
WHERE ($from IS NULL OR first >= $from)
  AND ($to IS NULL OR first <= $to)
WITH *,
     COLLECT {
       UNWIND operations AS operation
       MATCH (:Caller)-[asked:INVOKED]->(operation)
       WITH operation, asked
       ORDER BY asked.at, asked.id
       WITH operation, head(collect(asked)) AS invoked
       RETURN invoked
       ORDER BY invoked.at, invoked.id
     } AS invokes,
     COLLECT {
       UNWIND operations AS operation
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WITH ip, came
       ORDER BY came.at, came.id
       WITH ip, head(collect(came)) AS from
       RETURN from
       ORDER BY from.at, ip.key
     } AS froms,
     COLLECT {
       UNWIND operations AS operation
       MATCH (operation)-[aim:TARGETED]->(:VirtualMachine)
       WITH operation, aim
       ORDER BY aim.at, aim.id
       WITH operation, head(collect(aim)) AS targeted
       RETURN targeted
       ORDER BY targeted.at, targeted.id
     } AS aims,
     COLLECT {
       UNWIND operations AS operation
       MATCH (operation)<-[:OF]-(event:ActivityEvent)
       RETURN event
       ORDER BY event.at, event.key
     } AS events,
     COLLECT {
       MATCH (vm)-[tie:IS]->(face:Host)
       RETURN tie
       ORDER BY tie.confidence DESC, face.key
     } AS ties,
     COLLECT {
       UNWIND operations AS operation
       MATCH (operation)-[:DROPPED]->(script:ScriptFile)-[:RAN_AS]->(:PowerShellSession)-[ran:RAN]->(:Command)
       WHERE toLower(last(split(replace(ran.command, '\\', '/'), '/'))) <> script.name
       RETURN DISTINCT ran.id
     } AS ran,
     EXISTS {
       MATCH (vm)<-[:TARGETED]-(other:Operation)<-[:INVOKED]-(by:Caller)
       WHERE other.start < first
         AND coalesce(by.identity, by.key) = principal
     } AS known
WITH *,
     startNode(head(invokes)) AS caller,
     head(ties) AS tie,
     endNode(head(ties)) AS host
WITH *,
     COLLECT {
       MATCH (source:Host {key: host.machine})-[visit:REMOTED]->(:Host)
       WHERE visit.at >= first - duration({seconds: 5})
         AND visit.at <= last + duration({hours: $MaxInteractionTime})
       RETURN visit
       ORDER BY visit.at, visit.id
       LIMIT 20
     } AS visits,
     COLLECT {
       MATCH (log:Coverage {source: 'AzureActivity'})
       RETURN log.first
       ORDER BY log.first
       LIMIT 1
     } AS logFrom,
     COLLECT {
       MATCH (log:Coverage {source: 'AzureActivity'})
       RETURN log.last
       ORDER BY log.last DESC
       LIMIT 1
     } AS logTo
RETURN coalesce(head(caller.names), caller.name, '') AS Caller,
       vm.name AS VirtualMachineName,
       first AS Start,
       last AS End,
       1 AS dcount_VirtualMachineName,
       size(operations) AS count_,
       0 AS TimeDelta,
       'sufficient' AS history,
       NOT known AS newPrincipalOnVm,
       size(ran) AS hostCommands,
       size(visits) AS onwardVisits,
       briefOn AS briefOn,
       machines AS machines,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       [operation IN operations | operation.outcome] AS outcomes,
       'low' AS severity,
       vm.key AS resourceId,
       CASE
         WHEN host.machine STARTS WITH 'device:' THEN substring(host.machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie] + visits | CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason] + [visit IN visits | visit.reason] WHERE reason IS NOT NULL] AS reasons,
       [other IN tail(ties) | 'Host:' + endNode(other).key] AS alternatives,
       coalesce(head(logFrom), first) AS logFrom,
       coalesce(head(logTo), last) AS logTo,
       [caller, vm] AS subjects,
       [element IN [caller, vm, tie, host] + invokes + operations + aims + froms + [from IN froms | endNode(from)] + visits
         + [visit IN visits | startNode(visit)] + [visit IN visits | endNode(visit)] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       first AS at,
       head(events).key AS firstEvent;

// fires on: two run commands of one principal on one machine within an hour
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
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:15:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(o);

// stays quiet on: a principal who comes back after three weeks
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-01T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-01T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-01T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-01T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-01T10:00:00Z')}]->(o);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:15:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:15:00Z')}]->(o);
