// title: From the cloud to the host, and onward
// severity: medium
// attack: T1651, T1059.001, T1021.006, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName], DeviceEvents[ActionType command InitiatingProcessCommandLine],
//   DeviceFileEvents[DeviceName] or DeviceEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents, DeviceEvents, DeviceLogonEvents, Microsoft-Windows-PowerShell/Operational
// parameters: hours = 24 — how long after the operation's start onward steps are followed;
//   watched = invoke-expression, iex, invoke-webrequest, iwr, start-bitstransfer, start-process, invoke-command, enter-pssession, new-pssession, invoke-wmimethod, invoke-cimmethod, new-localuser, add-localgroupmember, add-adgroupmember, set-mppreference, add-mppreference, register-scheduledtask, new-service, new-itemproperty, compress-archive, get-credential, convertfrom-securestring, invoke-mimikatz, whoami.exe, net.exe, net1.exe, nltest.exe, certutil.exe, procdump.exe, rundll32.exe, reg.exe, vssadmin.exe — commands that administration scripts seldom need
// schedule: 1h
// alert: {Caller} from {CallerIpAddress} ran {PowershellFileName} on {VirtualMachineName}{story}
// why: The question no single log answers: who in the cloud ended up where on which host. One row is one operation with everything
//   that followed from its machine in time: script, session, commands, and the hosts that remote PowerShell reached. Chains are not
//   merged by caller: an operation stays one alert however much more of its caller's work turns up later, and a benign one does not
//   borrow the severity of a bad one. High when the chain reaches a host that its machine and that account had not reached before the
//   operation, or when its commands hold two that are watched for; medium with one; else low.
// blind spots: onward movement beyond three hops, 50 visits a hop, 50 sessions or 200 commands, or by other means than PowerShell remoting; logons that name no source; those of run-command-linked.
// false positives: deployment scripts that download and start installers; administrators who continue from the VM by remoting.
// triage: Follow the chain from the left. Is the address the caller's? Is the onward account one that the machine should hold? Isolate
//   the machines on the right first.
// then: Chains
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
  AND ($from IS NULL OR operation.start >= $from)
  AND ($to IS NULL OR operation.start <= $to)
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
WITH *,
     COLLECT {
       MATCH (first:Host {key: machine})-[hop:REMOTED]->(:Host)
       WHERE hop.at >= session.start - duration({seconds: 5})
         AND hop.at <= at + duration({hours: $hours})
       RETURN hop
       ORDER BY hop.at, hop.id
       LIMIT 50
     } AS hops1
WITH *,
     COLLECT {
       UNWIND hops1 AS before
       WITH endNode(before) AS place, min(before.at) AS arrival
       MATCH (place)-[hop:REMOTED]->(:Host)
       WHERE hop.at >= arrival - duration({seconds: 5})
         AND hop.at <= at + duration({hours: $hours})
         AND NOT hop IN hops1
       RETURN DISTINCT hop
       ORDER BY hop.at, hop.id
       LIMIT 50
     } AS hops2
WITH *,
     COLLECT {
       UNWIND hops2 AS before
       WITH endNode(before) AS place, min(before.at) AS arrival
       MATCH (place)-[hop:REMOTED]->(:Host)
       WHERE hop.at >= arrival - duration({seconds: 5})
         AND hop.at <= at + duration({hours: $hours})
         AND NOT hop IN hops1 + hops2
       RETURN DISTINCT hop
       ORDER BY hop.at, hop.id
       LIMIT 50
     } AS hops3
WITH *,
     hops1 + hops2 + hops3 AS remoted
WITH *,
     COLLECT {
       UNWIND remoted AS hop
       WITH hop, startNode(hop) AS source, endNode(hop) AS target
       MATCH (source)<-[:OPENED_FROM]-(there:PowerShellSession)
       WHERE there.machine = target.key
         AND there.started >= hop.at
         AND there.started <= hop.at + duration({seconds: 30})
       RETURN DISTINCT there
       ORDER BY there.started, there.key
       LIMIT 50
     } AS onwardSessions,
     COLLECT {
       UNWIND remoted AS hop
       WITH hop, startNode(hop) AS source, endNode(hop) AS target
       WHERE NOT EXISTS {
         MATCH (source)-[earlier:REMOTED]->(target)
         WHERE earlier.user = hop.user
           AND earlier.at < at
       }
       RETURN hop
     } AS unwonted
WITH *,
     COLLECT {
       UNWIND onwardSessions AS there
       MATCH (there)-[bond:ON|OPENED_FROM]-(:Host)
       RETURN bond
       ORDER BY bond.id
     } + COLLECT {
       UNWIND onwardSessions AS there
       MATCH (:Account)-[bond:OPENED]->(there)
       RETURN bond
       ORDER BY bond.id
     } AS onwardBonds,
     COLLECT {
       UNWIND onwardSessions AS there
       MATCH (there)-[did:RAN]->(:Command)
       RETURN did
       ORDER BY did.at, did.id
       LIMIT 200
     } AS onwardRan
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       coalesce(vm.name, '') AS VirtualMachineName,
       script.name AS PowershellFileName,
       [command IN ran | command.command] AS PowershellScriptCommands,
       coll.distinct([hop IN remoted | coalesce(head(endNode(hop).names), endNode(hop).key)]) AS onwardHosts,
       coll.distinct([bond IN onwardBonds WHERE type(bond) = 'OPENED' | coalesce(head(startNode(bond).names), startNode(bond).key)]) AS onwardAccounts,
       [command IN onwardRan | command.command] AS onwardCommands,
       coalesce(last(onwardRan).at, last(remoted).at, last(ran).at, session.end) AS lastSeen,
       'low' AS severity,
       0 AS score,
       [] AS unusual,
       '' AS story,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped, ranAs, session] + remoted |
         CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason, ranAs.reason] + [hop IN remoted | hop.reason] WHERE reason IS NOT NULL] AS reasons,
       alternatives AS alternatives,
       0 AS leftOut,
       size(unwonted) AS newHops,
       [node IN [caller, operation] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn), ranAs, session, sessionOn, endNode(sessionOn), startNode(opened), opened] + sames
         + remoted + [hop IN remoted | startNode(hop)] + [hop IN remoted | endNode(hop)] + onwardSessions + onwardBonds + [bond IN onwardBonds | startNode(bond)] + [bond IN onwardBonds | endNode(bond)]
         + [command IN ran | endNode(command)] + ran + [command IN onwardRan | endNode(command)] + onwardRan WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       at AS at,
       coalesce(head(events).key, script.event) AS firstEvent;

// fires on: a run command, its script, and a remote session from that machine to another
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
}]->(:Command {key: 'invoke-webrequest', name: 'invoke-webrequest'})
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (a:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (a)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', RemoteDeviceName: 'testrig1', RemoteIP: '10.0.0.4', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x9', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});

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
