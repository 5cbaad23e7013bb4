// title: The host that a remote PowerShell session was opened from, by a logon
// why: A remote session says what ran, not from where. Where no connection tells, a network logon of the same account on the same machine, at most a minute
//   before the session and five seconds after its start, names the source by device name or address. The address counts only where
//   some logon of this graph shows it beside a device name. Surer when a session on the source ran a remoting command in the half
//   minute before. Several sources in that minute are all shown with 1/n.
// needs: session-account, session-command, session-connection, account-identity
// adds: OPENED_FROM
// then: SessionSources
CALL () {
  MATCH (opener:Account)-[:OPENED]->(session:PowerShellSession {remote: true})
  WHERE NOT EXISTS { (session)-[:OPENED_FROM {by: 'session-connection'}]->(:Host) }
  CALL (opener, session) {
    MATCH (account:Account)-[logon:LOGGED_ON]->(face:Host)
    WHERE logon.at >= session.started - duration({seconds: 60})
      AND logon.at <= session.started + duration({seconds: 5})
      AND toLower(logon.logonType) = 'network'
      AND face.machine = session.machine
      AND account.identity = opener.identity
    RETURN logon
  }
  RETURN collect({
    key: session.key,
    machine: session.machine,
    at: session.started,
    device: toLower(coalesce(logon.RemoteDeviceName, logon.workstation, '')),
    ip: toLower(coalesce(logon.RemoteIP, logon.sourceIp, '')),
    evidence: logon.evidence + session.evidence
  }) AS logons
}
CALL (logons) {
  UNWIND logons AS logon
  RETURN 'logon' AS kind,
         logon.key AS key,
         logon.machine AS machine,
         logon.at AS at,
         logon.device AS device,
         logon.ip AS ip,
         [] AS names,
         logon.evidence AS evidence
  UNION ALL
  MATCH (host:Host)
  RETURN 'host' AS kind,
         host.key AS key,
         host.machine AS machine,
         null AS at,
         '' AS device,
         '' AS ip,
         host.names AS names,
         [] AS evidence
  UNION ALL
  // All logons are read only where an address has to tell by itself.
  WITH [logon IN logons WHERE logon.device = '' AND logon.ip <> '' | logon.ip] AS unnamed
  WHERE size(unnamed) > 0
  WITH coll.distinct(unnamed) AS unnamed
  MATCH ()-[logon:LOGGED_ON]->()
  WITH DISTINCT unnamed,
                toLower(coalesce(logon.RemoteDeviceName, logon.workstation, '')) AS device,
                toLower(coalesce(logon.RemoteIP, logon.sourceIp, '')) AS ip
  WHERE device <> '' AND ip IN unnamed
  RETURN 'pair' AS kind,
         '' AS key,
         '' AS machine,
         null AS at,
         device AS device,
         ip AS ip,
         [] AS names,
         [] AS evidence
  UNION ALL
  MATCH (command:Command)<-[ran:RAN]-(session:PowerShellSession)
  WHERE command.key IN ['invoke-command', 'enter-pssession', 'new-pssession']
  RETURN 'remoting' AS kind,
         session.key AS key,
         session.machine AS machine,
         ran.at AS at,
         '' AS device,
         '' AS ip,
         [command.key] AS names,
         ran.evidence AS evidence
}
RETURN kind, key, machine, at, device, ip, names, evidence;

MATCH (:PowerShellSession)-[opened:OPENED_FROM {by: 'session-source'}]->(:Host)
RETURN opened.id AS id,
       opened.at AS at,
       opened.confidence AS confidence,
       opened.reason AS reason,
       opened.ambiguous AS ambiguous,
       opened.evidence AS evidence;

UNWIND $rows AS row
MATCH (session:PowerShellSession {key: row.from})
MATCH (source:Host {key: row.to})
CREATE (session)-[:OPENED_FROM {
  id: row.id, by: 'session-source', at: row.at, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(source);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[opened:OPENED_FROM {id: id}]->(:Host)
DELETE opened;

// fires on: a remote session a second after a network logon of its account from a host of the graph
CREATE (:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (a:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (a)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', RemoteDeviceName: 'testrig1', RemoteIP: '10.0.0.4', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});

// stays quiet on: a network logon of another account at that time
CREATE (:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (b:Host {key: 'device:d2', names: ['srv2.contoso.com']})
CREATE (:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (a:Account {key: 'name:contoso\\other', names: ['contoso\\other']})
CREATE (a)-[:LOGGED_ON {id: 'l1', at: datetime('2021-11-22T10:30:00Z'), logonType: 'Network', RemoteDeviceName: 'testrig1', RemoteIP: '10.0.0.4', evidence: []}]->(b)
CREATE (b)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:30:03Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 77,
  processCreated: datetime('2021-11-22T10:30:01Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'});
