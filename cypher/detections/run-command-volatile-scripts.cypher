// title: Run Command with another script each time
// severity: low
// attack: T1651, T1059.001
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId Caller|callerObjectId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName FileSize|SHA256|SHA1],
//   DeviceFileEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents
// parameters: minimumExecutions = 3 — executions that a sitting has at least;
//   percentage = 80 — the share of different scripts among them must be higher;
//   sessionMinutes = 60 — a longer pause ends a sitting
// schedule: 1d
// alert: {Caller} ran {distinctContents} different scripts in {count_} run commands on {VirtualMachineName} from {StartTime} to {EndTime}{habit}
// why: Automation runs the same script again; a person at work writes a new one for each step. A row is one sitting: runs of one
//   principal on one machine without a pause of an hour. Scripts are compared by their hash where Defender has one, else by size;
//   an execution with neither counts for nothing. Medium the first time that the principal works so anywhere, low after.
// blind spots: scripts of equal size without a hash; machines without Defender; an attacker who needs fewer than three runs.
// false positives: an administrator who tries to mend something.
// triage: Put the scripts in the order of time and read their commands: run-command-linked. Was there an incident that the principal
//   worked on?
// steps: run-command-file
// then: VolatileScripts
MATCH (:Operation {family: 'run-command'})-[:DROPPED]->(script:ScriptFile)
WITH DISTINCT script
WITH script,
     COLLECT {
       MATCH (script)<-[drop:DROPPED]-(by:Operation)
       RETURN drop
       ORDER BY drop.confidence DESC, by.key
     } AS drops
WITH script,
     startNode(head(drops)) AS operation,
     head(drops) AS dropped,
     ['Operation:' + startNode(head(drops)).key] + [other IN tail(drops) | 'Operation:' + startNode(other).key] AS candidates
WITH *,
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
     } AS events,
     head(COLLECT {
       MATCH (script)-[place:ON]->(:Host)
       RETURN place
       LIMIT 1
     }) AS scriptOn,
     head(COLLECT {
       MATCH (file:FileEvent {key: script.event})
       RETURN file
     }) AS file
WITH *,
     startNode(invoked) AS caller,
     endNode(targeted) AS vm
WITH *,
     head(COLLECT {
       MATCH (vm)-[tie:IS]->(face:Host)
       RETURN tie
       ORDER BY face.machine <> script.machine, tie.confidence DESC, face.key
       LIMIT 1
     }) AS tie
WITH *,
     endNode(tie) AS host
RETURN coalesce(vm.name, '') AS VirtualMachineName,
       [] AS CallerIpAddress,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       operation.start AS StartTime,
       operation.end AS EndTime,
       1 AS count_,
       1 AS dcount_FileSize,
       100.0 AS PercentageDifferent,
       1 AS distinctContents,
       '' AS outcomes,
       0 AS sittingsBefore,
       'low' AS severity,
       [operation.resourceId] AS resourceId,
       CASE
         WHEN script.machine STARTS WITH 'device:' THEN substring(script.machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped] | CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason] WHERE reason IS NOT NULL] AS reasons,
       tail(candidates) AS alternatives,
       coalesce(caller.identity, caller.key, '') AS principal,
       coalesce(vm.key, operation.resourceId) AS machine,
       operation.end AS ended,
       [from IN froms | endNode(from).key] AS addresses,
       coalesce(operation.outcome, '') AS outcome,
       script.size AS size,
       toLower(coalesce(script.sha256, script.sha1, '')) AS hash,
       '' AS habit,
       [node IN [caller, vm] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn)] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       operation.start AS at,
       coalesce(head(events).key, script.event) AS firstEvent;

// fires on: three scripts of different size within ten minutes
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
})-[:OF {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f0', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script0.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f0', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12})}]->(h);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:04:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:04:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script1.ps1', FileSize: 95,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:04:00Z') + duration({seconds: 12})}]->(h);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:08:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f2', at: datetime('2021-11-22T10:08:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script2.ps1', FileSize: 1440,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f2', at: datetime('2021-11-22T10:08:00Z') + duration({seconds: 12})}]->(h);

// stays quiet on: the same script three times
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
})-[:OF {id: 'e0', at: datetime('2021-11-22T10:00:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f0', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script0.ps1', FileSize: 95,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f0', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12})}]->(h);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:04:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:04:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:04:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script1.ps1', FileSize: 95,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:04:00Z') + duration({seconds: 12})}]->(h);
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c2|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c2', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e2', at: datetime('2021-11-22T10:08:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e2', at: datetime('2021-11-22T10:08:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f2', at: datetime('2021-11-22T10:08:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script2.ps1', FileSize: 95,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f2', at: datetime('2021-11-22T10:08:00Z') + duration({seconds: 12})}]->(h);
