// title: Script files that Run Command wrote, with who asked for them
// severity: informational
// attack: T1651, T1059.001
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName],
//   DeviceFileEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents
// parameters: none
// schedule: 1d
// alert: {Caller} had {FileName} ({FileSize} bytes) written on {VirtualMachineName} through Run Command
// why: The activity log has no script and the file log has no caller. One row is one script, from its creation, however often it was
//   touched after, with the operation that put it there. Rows are context for other rules and raise no alert.
// blind spots: Linux machines; machines without Defender; scripts that other extensions wrote; a log gap of either side.
// false positives: none: it says what happened, not that it is bad.
// triage: Look for a size or a hash that stands alone. Fetch the script from the machine while it is there.
// steps: run-command-file
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
WHERE ($from IS NULL OR operation.start >= $from)
  AND ($to IS NULL OR operation.start <= $to)
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       script.at AS PowershellFileCreatedTimestamp,
       coalesce(vm.name, '') AS VirtualMachineName,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       script.name AS FileName,
       script.size AS FileSize,
       coalesce(file.InitiatingProcessId, script.processId) AS InitiatingProcessId,
       coalesce(file.InitiatingProcessAccountDomain, '') AS InitiatingProcessAccountDomain,
       coalesce(file.InitiatingProcessFolderPath, '') AS InitiatingProcessFolderPath,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.outcome, '') AS outcome,
       coalesce(script.sha256, '') AS SHA256,
       coalesce(script.sha1, '') AS SHA1,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN script.machine STARTS WITH 'device:' THEN substring(script.machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped] | CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason] WHERE reason IS NOT NULL] AS reasons,
       tail(candidates) AS alternatives,
       [node IN [operation, vm, script] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn)] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       operation.start AS at,
       coalesce(head(events).key, script.event) AS firstEvent
ORDER BY StartTime, CorrelationId, FileName, firstEvent;

// fires on: a run command and the script that the extension wrote 12 seconds later
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
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12}), ActionType: 'FileCreated', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12})}]->(h);

// stays quiet on: a script that was only modified
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
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
MERGE (h:Host {key: 'device:d1'})
  ON CREATE SET h.names = ['testrig1.contoso.com']
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12}), ActionType: 'FileModified', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:00Z') + duration({seconds: 12})}]->(h);
