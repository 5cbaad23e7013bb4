// title: The account that opened a PowerShell session
// why: Defender and event 4103 name the account with each command. In a session under a virtual account (JEA) the connected user is
//   the one who opened it. Where PowerShell names nobody, the account of the process it ran in counts.
// needs: session-process
// adds: OPENED
// per: machine
MATCH (session:PowerShellSession)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
WITH session,
     CASE
       WHEN session.account <> '' THEN session.account
       ELSE head(COLLECT {
         MATCH (session)-[ran:RAN_IN]->(start:ProcessEvent)
         WHERE NOT ran.ambiguous AND start.account <> ''
         RETURN start.account
         ORDER BY start.account
       })
     END AS named
WHERE named IS NOT NULL
WITH session, named,
     CASE
       WHEN session.connectedUser <> '' AND toLower(session.connectedUser) <> toLower(coalesce(session.user, ''))
         THEN 'name:' + toLower(session.connectedUser)
       ELSE named
     END AS asked
CALL (asked, named) {
  MATCH (account:Account)
  WHERE account.key IN [asked, named]
  RETURN account
  ORDER BY account.key <> asked
  LIMIT 1
}
RETURN account.key AS from,
       session.key AS to,
       session.start AS at,
       1.0 AS confidence,
       CASE
         WHEN account.key = session.account THEN 'its events name the account'
         WHEN account.key = named THEN 'the process it ran in is under the account'
         ELSE 'connected user of a session that runs under another account'
       END AS reason,
       session.evidence AS evidence;

MATCH (session:PowerShellSession)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
MATCH (:Account)-[opened:OPENED]->(session)
RETURN opened.id AS id,
       opened.at AS at,
       opened.confidence AS confidence,
       opened.reason AS reason,
       opened.evidence AS evidence;

UNWIND $rows AS row
MATCH (account:Account {key: row.from})
MATCH (session:PowerShellSession {key: row.to})
CREATE (account)-[:OPENED {
  id: row.id, by: 'session-account', at: row.at, confidence: row.confidence, reason: row.reason, evidence: row.evidence
}]->(session);

UNWIND $ids AS id
MATCH (:Account)-[opened:OPENED {id: id}]->(:PowerShellSession)
DELETE opened;

// fires on: two commands of one Defender process
CREATE (h:Host {key: 'device:d1', names: ['srv1']})
CREATE (:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']})
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T09:00:00Z'), command: 'Get-Process', process: 'wsmprovhost.exe', processId: 4711,
  processCreated: datetime('2021-11-22T08:59:58Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'})
CREATE (h)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-22T09:00:05Z'), command: 'Get-Service', process: 'wsmprovhost.exe', processId: 4711,
  processCreated: datetime('2021-11-22T08:59:58Z'), commandLine: 'wsmprovhost.exe -Embedding', account: 'name:contoso\\svc', evidence: []
}]->(:Command {key: 'get-service', name: 'get-service'});

// stays quiet on: a provider event that names no host id
CREATE (:HostEvent {key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 600, hostId: '', runspaceId: '', hostName: 'Default Host', evidence: []})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});
