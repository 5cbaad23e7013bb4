// title: The session that a remote PowerShell session was opened by
// why: That two hosts met says little on machines which many people administer; the session that went on says who. Surely it did when
//   its process opened the connection; very likely when it ran a remoting command in the half minute before and no process is known.
//   Where neither is known, a script of Run Command or a remote session on the source counts that began in the day before, under the
//   account that opened the connection if that is known: first those that were running or had just ended, else all, with 1/n. A
//   connection that another account opened leads nowhere.
// needs: session-connection, session-source, session-process, session-command, script-ran-as
// adds: LED_TO
// then: OnwardSessions
MATCH (there:PowerShellSession {remote: true})-[opened:OPENED_FROM]->(source:Host)
RETURN 'visit' AS kind,
       there.key AS key,
       source.machine AS machine,
       there.started AS at,
       null AS end,
       coalesce(opened.clients, []) AS processes,
       coalesce(opened.users, []) AS users,
       opened.confidence AS confidence,
       opened.evidence AS evidence
UNION ALL
MATCH (:ScriptFile)-[:RAN_AS]->(here:PowerShellSession)
WITH DISTINCT here
RETURN 'session' AS kind,
       here.key AS key,
       here.machine AS machine,
       here.started AS at,
       here.end AS end,
       [here.key] AS processes,
       COLLECT { MATCH (opener:Account)-[:OPENED]->(here) RETURN opener.identity ORDER BY opener.identity } AS users,
       here.confidence AS confidence,
       [] AS evidence
UNION ALL
MATCH (here:PowerShellSession {remote: true})
RETURN 'session' AS kind,
       here.key AS key,
       here.machine AS machine,
       here.started AS at,
       here.end AS end,
       [here.key] + COLLECT {
         MATCH (here)-[ran:RAN_IN]->(start:ProcessEvent)
         WHERE NOT ran.ambiguous AND start.processCreated IS NOT NULL
         RETURN 'process|' + here.machine + '|' + start.processId + '|' + toString(start.processCreated)
       } AS processes,
       COLLECT { MATCH (opener:Account)-[:OPENED]->(here) RETURN opener.identity ORDER BY opener.identity } AS users,
       here.confidence AS confidence,
       [] AS evidence
UNION ALL
MATCH (:PowerShellSession {remote: true})-[opened:OPENED_FROM]->(:Host)
UNWIND opened.clients AS client
MATCH (here:PowerShellSession {key: client})
WITH DISTINCT here
RETURN 'client' AS kind,
       here.key AS key,
       here.machine AS machine,
       here.started AS at,
       here.end AS end,
       [here.key] AS processes,
       [] AS users,
       here.confidence AS confidence,
       [] AS evidence
UNION ALL
MATCH (command:Command)<-[ran:RAN]-(here:PowerShellSession)
WHERE command.key IN ['invoke-command', 'enter-pssession', 'new-pssession']
RETURN 'remoting' AS kind,
       here.key AS key,
       here.machine AS machine,
       ran.at AS at,
       null AS end,
       [] AS processes,
       [] AS users,
       ran.confidence AS confidence,
       ran.evidence AS evidence;

MATCH (:PowerShellSession)-[led:LED_TO]->(:PowerShellSession)
RETURN led.id AS id,
       led.at AS at,
       led.confidence AS confidence,
       led.reason AS reason,
       led.ambiguous AS ambiguous,
       led.evidence AS evidence;

UNWIND $rows AS row
MATCH (here:PowerShellSession {key: row.from})
MATCH (there:PowerShellSession {key: row.to})
CREATE (here)-[:LED_TO {
  id: row.id, by: 'session-led-to', at: row.at, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(there);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[led:LED_TO {id: id}]->(:PowerShellSession)
DELETE led;

// fires on: a session that ran a remoting command a second before the session on the other host
CREATE (a:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (a)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:00Z'), command: 'Invoke-Command', process: 'powershell.exe', processId: 5,
  processCreated: datetime('2021-11-22T10:29:00Z'), commandLine: 'powershell', account: '', evidence: []
}]->(:Command {key: 'invoke-command', name: 'invoke-command'})
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (s:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (s)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', RemoteDeviceName: 'testrig1', RemoteIP: '10.0.0.4', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});

// stays quiet on: a remote session from a host where nothing is known to have run
CREATE (a:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (s:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (s)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', RemoteDeviceName: 'testrig1', RemoteIP: '10.0.0.4', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});
