// title: Remote PowerShell between two hosts
// why: One visit opens several connections and sessions: sessions of one account between the same two machines that begin within
//   30 seconds of each other are one.
// needs: session-source, session-process
// adds: REMOTED
// then: RemoteVisits
MATCH (session:PowerShellSession)-[opened:OPENED_FROM]->(source:Host)
OPTIONAL MATCH (account:Account)-[:OPENED]->(session)
RETURN source.key AS source,
       session.machine AS target,
       coalesce(account.identity, '') AS user,
       opened.sourceIp AS sourceIp,
       opened.image AS image,
       session.hostId AS hostId,
       session.runspaceId AS runspaceId,
       head(COLLECT { MATCH (session)-[:RAN_IN]->(start:ProcessEvent) RETURN start.logonId ORDER BY start.logonId }) AS logonId,
       session.started AS at,
       session.end AS end,
       opened.confidence AS confidence,
       opened.reason AS reason,
       opened.ambiguous AS ambiguous,
       opened.evidence AS evidence
ORDER BY at, session.key;

MATCH (:Host)-[remoted:REMOTED]->(:Host)
RETURN remoted.id AS id,
       remoted.at AS at,
       remoted.end AS end,
       remoted.user AS user,
       remoted.sessions AS sessions,
       remoted.sourceIp AS sourceIp,
       remoted.image AS image,
       remoted.hostId AS hostId,
       remoted.runspaceId AS runspaceId,
       remoted.logonId AS logonId,
       remoted.confidence AS confidence,
       remoted.reason AS reason,
       remoted.ambiguous AS ambiguous,
       remoted.evidence AS evidence;

UNWIND $rows AS row
MATCH (source:Host {key: row.from})
MATCH (target:Host {key: row.to})
CREATE (source)-[:REMOTED {
  id: row.id, by: 'remoted', at: row.at, end: row.end, user: row.user, sessions: row.sessions,
  sourceIp: row.sourceIp, image: row.image, hostId: row.hostId, runspaceId: row.runspaceId, logonId: row.logonId,
  confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(target);

UNWIND $ids AS id
MATCH (:Host)-[remoted:REMOTED {id: id}]->(:Host)
DELETE remoted;

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
