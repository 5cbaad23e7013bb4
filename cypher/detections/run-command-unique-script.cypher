// title: A Run Command script that nobody else ran
// severity: medium
// attack: T1651, T1059.001, T1570
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName FileSize|SHA256|SHA1],
//   DeviceEvents[ActionType command], DeviceEvents[InitiatingProcessCommandLine] or DeviceProcessEvents[commandLine],
//   DeviceFileEvents[DeviceName] or DeviceEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents, DeviceEvents
// parameters: baselineDays = 30 — days before and after an execution in which the same script counts as known
// schedule: 1d/1d
// alert: {Caller} ran {PowershellFileName} on {VirtualMachineName}, a script that no other Run Command ran ({prevalence})
// why: Administration repeats itself over machines and days; an attacker's script is mostly run once. Three fingerprints are kept:
//   the published one (sorted commands in capitals), the set of commands, and the content (the file's hash where Defender has one,
//   else the set with the file's size). A script is unique when its content ran once in the baseline, on any machine.
// blind spots: those of run-command-linked; a script that an attacker runs twice; a baseline shorter than the logs reach.
// false positives: one-off administration; new maintenance scripts on their first day.
// triage: Read the commands. Compare the caller's other scripts. Fetch the script from the VM's Downloads folder while it is there.
// steps: run-command-script
// then: UniqueScripts
MATCH (operation:Operation {family: 'run-command', outcome: 'SUCCEEDED'})-[:DROPPED]->(script:ScriptFile)
WITH DISTINCT script
WITH script,
     COLLECT {
       MATCH (script)<-[drop:DROPPED]-(by:Operation)
       RETURN drop
       ORDER BY drop.confidence DESC, by.key
     } AS drops,
     COLLECT {
       MATCH (script)-[run:RAN_AS]->(as:PowerShellSession)
       RETURN run
       ORDER BY run.confidence DESC, as.started, as.key
     } AS runs
WHERE runs <> []
WITH script,
     startNode(head(drops)) AS operation,
     head(drops) AS dropped,
     endNode(head(runs)) AS session,
     head(runs) AS ranAs,
     [other IN tail(drops) | 'Operation:' + startNode(other).key]
       + [other IN tail(runs) | 'PowerShellSession:' + endNode(other).key] AS alternatives
WHERE operation.outcome = 'SUCCEEDED'
WITH *,
     operation.start AS at,
     script.machine AS machine,
     COLLECT {
       MATCH (operation)<-[:OF]-(event:ActivityEvent)
       RETURN event
       ORDER BY event.at, event.key
     } AS events,
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
     }) AS targeted
WITH *,
     startNode(invoked) AS caller,
     endNode(targeted) AS vm
WITH *,
     head(COLLECT {
       MATCH (vm)-[tie:IS]->(face:Host)
       RETURN tie
       ORDER BY face.machine <> machine, tie.confidence DESC, face.key
       LIMIT 1
     }) AS tie,
     head(COLLECT {
       MATCH (script)-[place:ON]->(:Host)
       RETURN place
       LIMIT 1
     }) AS scriptOn,
     head(COLLECT {
       MATCH (session)-[place:ON]->(:Host)
       RETURN place
       LIMIT 1
     }) AS sessionOn,
     head(COLLECT {
       MATCH (:Account)-[began:OPENED]->(session)
       RETURN began
       ORDER BY began.id
       LIMIT 1
     }) AS opened,
     COLLECT {
       MATCH (session)-[ran:RAN]->(:Command)
       WHERE toLower(last(split(replace(ran.command, '\\', '/'), '/'))) <> script.name
       RETURN ran
       ORDER BY ran.at, ran.id
     } AS ran
WITH *,
     endNode(tie) AS host,
     COLLECT {
       UNWIND [endNode(tie)] AS one
       MATCH (one)-[same:SAME_AS]-(other:Host)
       WHERE other IN [endNode(scriptOn), endNode(sessionOn)]
       RETURN DISTINCT same
     } AS sames
RETURN operation.start AS timestamp,
       operation.start AS StartTime,
       operation.end AS EndTime,
       script.name AS PowershellFileName,
       coalesce(vm.name, '') AS VirtualMachineName,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       head(split(coalesce(head(caller.names), ''), '@')) AS CallerName,
       coalesce(split(coalesce(head(caller.names), ''), '@')[1], '') AS CallerUPNSuffix,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       [command IN ran | command.command] AS PowershellScriptCommands,
       script.size AS PowershellFileSize,
       '' AS ScriptFingerprintHash,
       0.0 AS Prevalence,
       coalesce(operation.resourceId, '') AS Scope,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped, ranAs, session] |
         CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason, ranAs.reason] WHERE reason IS NOT NULL] AS reasons,
       alternatives AS alternatives,
       '' AS fpPublished,
       '' AS fpCmdSet,
       '' AS fpContent,
       operation.start AS firstSeen,
       0 AS prevalenceExecutions,
       0 AS prevalenceDevices,
       $baselineDays AS baselineDays,
       '' AS prevalence,
       coalesce(script.sha256, '') AS sha256,
       coalesce(script.sha1, '') AS sha1,
       '' AS setAndSize,
       [node IN [operation, vm, script] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn), ranAs, session, sessionOn, endNode(sessionOn), startNode(opened), opened] + sames
         + [command IN ran | endNode(command)] + ran WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       at AS at,
       coalesce(head(events).key, script.event) AS firstEvent;

// fires on: a script that ran once
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9', address: '203.0.113.9'})
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o)
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'Invoke-WebRequest', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'invoke-webrequest', name: 'invoke-webrequest'});

// stays quiet on: a script that runs every day
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9', address: '203.0.113.9'})
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o)
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'Invoke-WebRequest', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script6.ps1', account: '', evidence: []
}]->(w:Command {key: 'invoke-webrequest', name: 'invoke-webrequest'})
CREATE (o2:Operation {key: 'c2|vm', correlationId: 'c2', resourceId: 'vm'})
CREATE (o2)-[:TARGETED {id: 'e3', at: datetime('2021-11-23T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e3', at: datetime('2021-11-23T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e3', at: datetime('2021-11-23T10:00:00Z')}]->(o2)
CREATE (:ActivityEvent {key: 'e4', at: datetime('2021-11-23T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e4', at: datetime('2021-11-23T10:00:40Z')}]->(o2)
CREATE (:FileEvent {
  key: 'f2', at: datetime('2021-11-23T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script7.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f2', at: datetime('2021-11-23T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-23T10:00:15Z'), command: 'invoke-webrequest', process: 'powershell.exe', processId: 4712,
  processCreated: datetime('2021-11-23T10:00:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script7.ps1', account: '', evidence: []
}]->(w);
