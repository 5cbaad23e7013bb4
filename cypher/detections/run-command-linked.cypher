// title: Azure Run Command with what it did on the host
// severity: low
// attack: T1651, T1059.001, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName],
//   DeviceEvents[ActionType command], DeviceEvents[InitiatingProcessCommandLine] or DeviceProcessEvents[commandLine],
//   DeviceFileEvents[DeviceName] or DeviceEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents, DeviceEvents
// parameters: includeResidue = false — also failed and unfinished operations, operations without host telemetry, scripts that never ran and executions without an operation
// schedule: 1h/1d
// alert: {Caller} ran {PowershellFileName} on {VirtualMachineName} through Run Command
// why: Run Command lets a cloud account run code as SYSTEM inside a VM. The activity log has the caller and no script, the host logs
//   have the script and no caller: one row here is one execution with both.
// blind spots: Linux VMs; machines without Defender; scripts run through other VM extensions; a log gap of either side.
// false positives: administration. Most run commands are; the row is context, not a verdict.
// triage: Does the caller run commands on this VM usually, and from these addresses? Do the commands fit the job? Look at the chain
//   alert of the same operation for what came after.
// steps: run-command-script
// then: ScriptFingerprint
CALL () {
  MATCH (script:ScriptFile)
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
  RETURN script,
         startNode(head(drops)) AS operation,
         head(drops) AS dropped,
         endNode(head(runs)) AS session,
         head(runs) AS ranAs,
         [other IN tail(drops) | 'Operation:' + startNode(other).key]
           + [other IN tail(runs) | 'PowerShellSession:' + endNode(other).key] AS alternatives,
         CASE
           WHEN drops = [] AND runs = [] THEN ['no operation is known for this script', 'the script was not seen to run']
           WHEN drops = [] THEN ['orphan execution: no operation is known for this script']
           WHEN runs = [] THEN ['the script was not seen to run']
           ELSE []
         END AS residue
  UNION ALL
  MATCH (operation:Operation {family: 'run-command'})
  WHERE $includeResidue
    AND NOT EXISTS { (operation)-[:DROPPED]->() }
  RETURN null AS script,
         operation,
         null AS dropped,
         null AS session,
         null AS ranAs,
         [] AS alternatives,
         ['no host telemetry'] AS residue
  UNION ALL
  MATCH (session:PowerShellSession)
  WHERE $includeResidue
    AND session.script <> ''
    AND NOT EXISTS { (session)<-[:RAN_AS]-() }
  RETURN null AS script,
         null AS operation,
         null AS dropped,
         session,
         null AS ranAs,
         [] AS alternatives,
         ['orphan execution: the script file was not seen'] AS residue
}
WITH *,
     coalesce(operation.start, script.at, session.start) AS at
WHERE ($includeResidue OR (operation.outcome = 'SUCCEEDED' AND residue = []))
  AND ($from IS NULL OR at >= $from)
  AND ($to IS NULL OR at <= $to)
WITH *,
     coalesce(script.machine, session.machine, '') AS machine,
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
       WHERE toLower(last(split(replace(ran.command, '\\', '/'), '/'))) <> coalesce(script.name, session.script)
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
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       script.at AS PowershellFileCreatedTimestamp,
       coalesce(head(ran).at, session.start) AS PowershellExecStart,
       coalesce(last(ran).at, session.end) AS PowershellExecEnd,
       coalesce(script.name, session.script, '') AS PowershellFileName,
       [command IN ran | command.command] AS PowershellScriptCommands,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       coalesce(session.commandLine, '') AS InitiatingProcessCommandLine,
       script.size AS PowershellFileSize,
       coalesce(vm.name, '') AS VirtualMachineName,
       '' AS ScriptFingerprintHash,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped, ranAs, session] |
         CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason, ranAs.reason] WHERE reason IS NOT NULL] + residue AS reasons,
       alternatives AS alternatives,
       coalesce(operation.outcome, '') AS outcome,
       coalesce(head(startNode(opened).names), '') AS account,
       [node IN [operation, vm, script, session] WHERE node IS NOT NULL][0..3] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn), ranAs, session, sessionOn, endNode(sessionOn), startNode(opened), opened] + sames
         + [command IN ran | endNode(command)] + ran WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       at AS at,
       coalesce(head(events).key, script.event, head(ran).id, session.key) AS firstEvent;

// fires on: a run command whose script ran on the device of the VM's name
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

// stays quiet on: a run command that failed
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(:IpAddress {key: '203.0.113.9', address: '203.0.113.9'})
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'FAILURE', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o)
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'Invoke-WebRequest', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'invoke-webrequest', name: 'invoke-webrequest'});
