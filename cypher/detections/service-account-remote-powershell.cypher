// title: A service account uses remote PowerShell
// severity: medium
// attack: T1021.006, T1059.001
// needs: DeviceLogonEvents[logonType ActionType AccountName|AccountSid] or Security[logonType],
//   DeviceLogonEvents?[logonType ActionType AccountName|AccountSid AccountDomain|AccountSid],
//   DeviceEvents[ActionType command InitiatingProcessFileName InitiatingProcessAccountName|InitiatingProcessAccountSid] or Microsoft-Windows-PowerShell/Operational[command hostApplication],
//   DeviceEvents?[ActionType AdditionalFields InitiatingProcessFileName InitiatingProcessAccountName|InitiatingProcessAccountSid InitiatingProcessAccountDomain|InitiatingProcessAccountSid]
// sources: DeviceEvents, DeviceLogonEvents, Microsoft-Windows-PowerShell/Operational
// parameters: WhitelistedAccounts = "" — accounts to leave out, by name, domain\name or SID, with commas between;
//   serviceAccounts = "" — accounts that are service accounts whatever their logons say, in the same form
// schedule: 1d/1d
// alert: {account} ran {count_} commands on {DeviceName} through remote PowerShell{origin}
// why: A service account logs on as a service or over the network, never at a keyboard; remote PowerShell under it is an
//   administrator who took a short cut or an attacker who took its password. An account fires when it never logged on interactively
//   (neverInteractive), or only after its first remote command (interactiveOnlyAfter), or when it is named. An interactive logon
//   later on does not excuse it, but counts low: the logs may begin between the two.
// blind spots: where Defender and Windows both tell of a session the fuller of the two is counted; accounts without any logon row,
//   unless named; commands that neither Defender nor event 4103 recorded; how far back the logon rows reach; single records that
//   their collector shipped without a field which others of the same log have.
// false positives: deployment and monitoring systems that use remoting with their own account: name them in WhitelistedAccounts.
// triage: Where did the session come from, and does that machine hold this account's password? What did the same source do elsewhere?
// steps: remote-session
// then: ServiceAccounts
MATCH (opener:Account)-[:OPENED]->(session:PowerShellSession {remote: true})-[ran:RAN]->(command:Command)
WHERE NOT command.key IN ['prompt', 'out-default', 'out-lineoutput', 'format-default', 'set-strictmode', 'tabexpansion2']
WITH opener.identity AS identity, session.machine AS machine, opener, session, ran
ORDER BY ran.at, ran.id
WITH identity, machine,
     collect(ran) AS did,
     collect(DISTINCT session) AS sessions,
     head(collect(opener)) AS account
// A row is whole whatever the range, so that it is the same alert in every run.
WHERE any(ran IN did WHERE ($from IS NULL OR ran.at >= $from) AND ($to IS NULL OR ran.at <= $to))
WITH identity, collect({machine: machine, did: did, sessions: sessions, account: account}) AS places
WITH identity, places,
     head(places).account AS account,
     COLLECT {
       MATCH (face:Account {identity: identity})-[logon:LOGGED_ON]->(:Host)
       WITH logon.logonType AS type, count(*) AS times, min(logon.at) AS first, max(logon.at) AS latest
       RETURN {type: type, times: times, first: first, latest: latest}
       ORDER BY type
     } AS logons,
     COLLECT {
       MATCH (face:Account {identity: identity})
       UNWIND [face.key] + coalesce(face.names, []) AS name
       RETURN DISTINCT name
       ORDER BY name
     } AS accountNames,
     head(COLLECT {
       MATCH (:Account {identity: identity})-[:OPENED]->(any:PowerShellSession {remote: true})
       RETURN any.start
       ORDER BY any.start
       LIMIT 1
     }) AS firstRemote
WITH *,
     head(account.names) ENDS WITH '$' AND EXISTS {
       MATCH (computer:Host)
       WHERE any(name IN computer.names WHERE head(account.names) ENDS WITH '\\' + head(split(name, '.')) + '$')
     } AS isComputer
UNWIND places AS place
WITH identity, logons, accountNames, firstRemote, isComputer,
     place.machine AS machine,
     place.did AS did,
     place.sessions AS sessions,
     place.account AS account
WITH *,
     size([ran IN did WHERE startNode(ran).kind = 'runspace']) AS fromWindows,
     head(COLLECT {
       UNWIND [head(sessions)] AS session
       MATCH (session)-[:ON]->(face:Host)
       RETURN face
     }) AS host,
     head(COLLECT {
       MATCH ()-[event:EXECUTED {id: last(did).id}]->()
       RETURN coalesce(event.ReportId, '')
     }) AS reportId
WITH *,
     COLLECT {
       UNWIND sessions AS session
       MATCH (session)-[from:OPENED_FROM]->(:Host)
       RETURN from
       ORDER BY from.at, from.id
     } AS origins,
     COLLECT {
       UNWIND sessions AS session
       MATCH (:Account)-[opened:OPENED]->(session)
       RETURN opened
       ORDER BY opened.id
     } + COLLECT {
       UNWIND sessions AS session
       MATCH (session)-[place:ON]->(:Host)
       RETURN place
       ORDER BY place.id
     } AS ties,
     COLLECT {
       MATCH (source:Host)-[visit:REMOTED]->(target:Host)
       WHERE target.machine = machine
         AND visit.user = identity
       RETURN visit
       ORDER BY visit.at, visit.id
     } AS visits
RETURN last(split(coalesce(head(account.names), account.key), '\\')) AS AccountName,
       coalesce(last(host.names), host.key) AS DeviceName,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS DeviceId,
       last(did).at AS Timestamp,
       reportId AS ReportId,
       coll.sort(coll.distinct([ran IN did | ran.command])) AS set_Command,
       CASE
         WHEN fromWindows > size(did) - fromWindows THEN fromWindows
         ELSE size(did) - fromWindows
       END AS count_,
       head(did).at AS min_Timestamp,
       CASE
         WHEN machine STARTS WITH 'device:' THEN substring(machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, origin IN origins | CASE WHEN origin.confidence < least THEN origin.confidence ELSE least END) AS confidence,
       coll.distinct([origin IN origins | origin.reason]) AS reasons,
       [] AS alternatives,
       coalesce(head(account.names), account.key) AS account,
       '' AS classification,
       'medium' AS severity,
       [] AS logonProfile,
       null AS lastInteractive,
       coll.distinct([origin IN origins | coalesce(last(endNode(origin).names), endNode(origin).key)]) AS sourceHosts,
       '' AS origin,
       logons AS logons,
       accountNames AS accountNames,
       coalesce(firstRemote, head(did).at) AS firstRemote,
       isComputer AS isComputer,
       [account, host] AS subjects,
       [element IN visits + [visit IN visits | startNode(visit)] + [visit IN visits | endNode(visit)] + [account, host] + ties
         + [tie IN ties | startNode(tie)] + [tie IN ties | endNode(tie)] + origins + [origin IN origins | endNode(origin)] + sessions
         + [ran IN did | endNode(ran)] + did WHERE element IS NOT NULL] AS path,
       coll.distinct(coll.flatten([ran IN did | ran.evidence]))[0..200] AS evidence,
       head(did).at AS at,
       head(did).id AS firstEvent
ORDER BY AccountName, DeviceName, firstEvent;

// fires on: an account with network logons alone that runs commands under wsmprovhost.exe
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (a:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (a)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});

// stays quiet on: an account that sat at a keyboard before
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (a:Account {key: 'name:contoso\\admin', names: ['contoso\\admin']})
CREATE (a)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-20T08:00:00Z'), logonType: 'Interactive', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\admin', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});

// stays quiet on: an account of which no logon was recorded
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (b)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});
