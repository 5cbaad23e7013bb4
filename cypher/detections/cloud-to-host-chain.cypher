// title: From the cloud to the host, and onward
// severity: medium
// attack: T1651, T1059.001, T1021.006, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId],
//   DeviceFileEvents[ActionType FileName InitiatingProcessFileName],
//   DeviceEvents[ActionType command], DeviceEvents[InitiatingProcessCommandLine] or DeviceProcessEvents[commandLine],
//   DeviceFileEvents[DeviceName] or DeviceEvents[DeviceName] or DeviceInfo[DeviceName|AzureResourceId|AzureVmId]
// sources: AzureActivity, DeviceFileEvents, DeviceEvents, DeviceLogonEvents, DeviceNetworkEvents, Microsoft-Windows-PowerShell/Operational, AuditLogs, SigninLogs, BehaviorAnalytics
// parameters: hours = 24 — how long after the operation's start onward steps and what its caller does next are followed;
//   daysBefore = 7 — days before the operation in which credentials and roles that its caller got or gave count;
//   watched = invoke-expression, iex, invoke-webrequest, iwr, start-bitstransfer, start-process, invoke-command, enter-pssession, new-pssession, invoke-wmimethod, invoke-cimmethod, new-localuser, add-localgroupmember, add-adgroupmember, set-mppreference, add-mppreference, register-scheduledtask, new-service, new-itemproperty, compress-archive, get-credential, convertfrom-securestring, invoke-mimikatz, whoami.exe, net.exe, net1.exe, nltest.exe, certutil.exe, procdump.exe, rundll32.exe, reg.exe, vssadmin.exe — commands that administration scripts seldom need
// schedule: 1h/2d
// alert: {Caller} from {CallerIpAddress} ran {PowershellFileName} on {VirtualMachineName}{story}
// why: The question no single log answers: who in the cloud ended up where on which host. One row is one operation with everything
//   that followed from it in time: script, session, commands, and the sessions on other hosts that it led to, each hop by what opened
//   it and not by who was on the machine that day. Chains are not merged by caller: an operation stays one alert however much more of
//   its caller's work turns up later, and a benign one does not borrow the severity of a bad one. Beside it stands what else speaks for
//   or against it: a suspicious sign-in, new credentials and roles before, listed keys, copied disks and removed backups after, and
//   what other rules found of the same things. High when the chain reaches a host that its machine and that account had not reached
//   before, when its commands hold two that are watched for, or one after a suspicious sign-in or new credentials. The rarest comes
//   first: rare is a script, an address or a machine that the caller's other operations do not have.
// blind spots: onward movement beyond three hops, 50 sessions a hop or 200 commands, or by other means than PowerShell remoting; hops
//   whose origin neither a connection nor a logon tells; those of run-command-linked.
// false positives: deployment scripts that download and start installers; administrators who continue from the VM by remoting.
// triage: Follow the chain from the left. Is the address the caller's? Is the onward account one that the machine should hold? Isolate
//   the machines on the right first.
// after: all
// steps: run-command-script
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
     caller.identity AS identity,
     COLLECT {
       MATCH (session)-[one:LED_TO]->(:PowerShellSession)
       WHERE one.at <= at + duration({hours: $hours})
       RETURN one
       ORDER BY one.at, one.id
       LIMIT 50
     } AS led1
WITH *,
     COLLECT {
       UNWIND led1 AS before
       WITH DISTINCT endNode(before) AS place
       MATCH (place)-[one:LED_TO]->(:PowerShellSession)
       WHERE one.at <= at + duration({hours: $hours})
         AND NOT one IN led1
       RETURN DISTINCT one
       ORDER BY one.at, one.id
       LIMIT 50
     } AS led2
WITH *,
     COLLECT {
       UNWIND led2 AS before
       WITH DISTINCT endNode(before) AS place
       MATCH (place)-[one:LED_TO]->(:PowerShellSession)
       WHERE one.at <= at + duration({hours: $hours})
         AND NOT one IN led1 + led2
       RETURN DISTINCT one
       ORDER BY one.at, one.id
       LIMIT 50
     } AS led3
WITH *,
     led1 + led2 + led3 AS led
WITH *,
     coll.distinct([one IN led | endNode(one)]) AS onward,
     COLLECT {
       UNWIND led AS one
       WITH one, startNode(one).machine AS source, endNode(one) AS there
       MATCH (:Host {key: source})-[hop:REMOTED]->(:Host {key: there.machine})
       WHERE hop.at <= there.started
         AND hop.at >= there.started - duration({seconds: 30})
       WITH hop, max(one.confidence) AS sure
       RETURN {hop: hop, sure: sure}
       ORDER BY hop.at, hop.id
     } AS hops,
     COLLECT {
       UNWIND led1 AS one
       WITH one WHERE one.ambiguous
       WITH endNode(one) AS there
       MATCH (there)<-[:LED_TO]-(other:PowerShellSession)
       WHERE other <> session
       RETURN DISTINCT 'PowerShellSession:' + other.key AS key
       ORDER BY key
       LIMIT 10
     } AS others
WITH *,
     [one IN hops | one.hop] AS remoted,
     COLLECT {
       UNWIND hops AS one
       WITH one.hop AS hop, startNode(one.hop) AS source, endNode(one.hop) AS target
       WHERE one.sure >= 0.3
         AND NOT EXISTS {
           MATCH (source)-[earlier:REMOTED]->(target)
           WHERE earlier.user = hop.user
             AND earlier.at < at
         }
       RETURN hop
     } AS unwonted,
     COLLECT {
       UNWIND onward AS there
       MATCH (there)-[bond:ON]->(:Host)
       RETURN bond
       ORDER BY bond.id
     } AS places,
     COLLECT {
       UNWIND onward AS there
       MATCH (there)-[bond:SAME_AS]->(twin:PowerShellSession)
       WHERE twin IN onward
       RETURN bond
       ORDER BY bond.id
     } AS twins,
     COLLECT {
       UNWIND onward AS there
       MATCH (there)-[bond:OPENED_FROM]->(:Host)
       RETURN bond
       ORDER BY bond.id
     } AS origins,
     COLLECT {
       UNWIND onward AS there
       MATCH (:Account)-[bond:OPENED]->(there)
       RETURN bond
       ORDER BY bond.id
     } AS openers,
     COLLECT {
       UNWIND onward AS there
       MATCH (there)-[did:RAN]->(:Command)
       RETURN did
       ORDER BY did.at, did.id
       LIMIT 200
     } AS onwardRan,
     COLLECT {
       MATCH (face:Caller)-[showed:SHOWED]->(noted:BehaviorAnomaly {uncommon: true})
       USING INDEX noted:BehaviorAnomaly(uncommon, at)
       WHERE face.identity = identity
         AND noted.at >= at - duration({hours: 6})
         AND noted.at <= at + duration({hours: 1})
       RETURN showed
       ORDER BY noted.at, noted.key
       LIMIT 5
     } + COLLECT {
       MATCH (face:Caller)-[signed:SIGNED_IN]->(signIn:SignIn {risky: true})
       USING INDEX signIn:SignIn(risky, at)
       WHERE face.identity = identity
         AND signIn.succeeded
         AND signIn.at >= at - duration({hours: 6})
         AND signIn.at <= at + duration({hours: 1})
       RETURN signed
       ORDER BY signIn.at, signIn.key
       LIMIT 5
     } AS suspicious,
     COLLECT {
       MATCH (:Caller {identity: identity})<-[hit:AFFECTED]-(change:DirectoryChange)
       WHERE change.at >= at - duration({days: $daysBefore})
         AND change.at <= at
         AND (change.operation CONTAINS 'credentials' OR change.operation CONTAINS 'certificates and secrets'
           OR change.operation CONTAINS 'security info' OR change.operation CONTAINS 'member to role')
       RETURN hit
       ORDER BY change.at, change.key
       LIMIT 5
     } AS changes,
     COLLECT {
       UNWIND [
         {family: 'access', from: at - duration({days: $daysBefore}), to: at},
         {family: 'key-listing', from: at, to: at + duration({hours: $hours})},
         {family: 'backup-removal', from: at, to: at + duration({hours: $hours})},
         {family: 'disk-copy', from: at, to: at + duration({hours: $hours})}
       ] AS kind
       MATCH (other:Operation {family: kind.family})<-[did:INVOKED]-(face:Caller)
       USING INDEX other:Operation(family, start)
       WHERE other.start >= kind.from
         AND other.start <= kind.to
         AND face.identity = identity
       WITH other, did
       ORDER BY did.at, did.id
       WITH other, head(collect(did)) AS did
       RETURN did
       ORDER BY other.start, other.key
       LIMIT 10
     } AS deeds
WITH *,
     COLLECT {
       UNWIND [operation, script, session, caller] + onward + [bond IN openers | startNode(bond)] AS node
       MATCH (node)<-[:ABOUT]-(alert:Alert)
       WHERE NOT alert.rule IN ['cloud-to-host-chain', 'run-command-linked']
         AND alert.status <> 'withdrawn'
         AND alert.time >= at - duration({hours: 24})
         AND alert.time <= at + duration({hours: $hours})
       RETURN DISTINCT alert
       ORDER BY alert.time, alert.key
       LIMIT 20
     } AS alerts
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       coalesce(vm.name, '') AS VirtualMachineName,
       script.name AS PowershellFileName,
       [command IN ran | command.command] AS PowershellScriptCommands,
       coll.distinct([bond IN places | coalesce(head(endNode(bond).names), endNode(bond).key)]) AS onwardHosts,
       coll.distinct([bond IN openers | coalesce(head(startNode(bond).names), startNode(bond).key)]) AS onwardAccounts,
       coll.distinct([command IN onwardRan | command.command]) AS onwardCommands,
       coalesce(last(onwardRan).at, last(led).at, last(ran).at, session.end) AS lastSeen,
       'low' AS severity,
       0 AS score,
       [] AS rarity,
       [] AS unusual,
       [] AS sideFacts,
       [alert IN alerts | alert.rule + ': ' + alert.title] AS alsoFound,
       [] AS steps,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, edge IN [tie, dropped, ranAs, session] + led |
         CASE WHEN edge.confidence < least THEN edge.confidence ELSE least END) AS confidence,
       [reason IN [tie.reason, dropped.reason, ranAs.reason] + [one IN led | one.reason] WHERE reason IS NOT NULL] AS reasons,
       alternatives + others AS alternatives,
       any(edge IN [tie, dropped, ranAs] + led WHERE coalesce(edge.ambiguous, false)) AS ambiguous,
       0 AS leftOut,
       '' AS story,
       coalesce(identity, '') AS identity,
       size(unwonted) AS newHops,
       [one IN suspicious | {at: endNode(one).at, what: 'suspicious sign-in', name: coalesce(endNode(one).ActionType, 'risky sign-in')}] AS suspicions,
       [hit IN changes | {at: startNode(hit).at, what: 'directory change', name: coalesce(startNode(hit).OperationName, startNode(hit).operation)}]
         + [did IN deeds | {at: endNode(did).start, what: endNode(did).family, name: endNode(did).operation}] AS facts,
       [one IN led | {at: one.at, what: 'remote session', name: coalesce(
         head([bond IN places WHERE startNode(bond) = endNode(one) | coalesce(head(endNode(bond).names), endNode(bond).key)]), endNode(one).machine)}] AS visits,
       script.at AS scriptAt,
       session.started AS ranAt,
       [node IN [caller, operation] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host, dropped, script,
         scriptOn, endNode(scriptOn), ranAs, session, sessionOn, endNode(sessionOn), startNode(opened), opened] + sames
         + remoted + [hop IN remoted | startNode(hop)] + [hop IN remoted | endNode(hop)] + [bond IN places | endNode(bond)] + onward + twins + led + places
         + origins + [bond IN origins | endNode(bond)] + [bond IN openers | startNode(bond)] + openers
         + suspicious + [one IN suspicious | endNode(one)] + [hit IN changes | startNode(hit)] + changes + deeds + [did IN deeds | endNode(did)]
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
