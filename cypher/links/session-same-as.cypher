// title: A remote session that two logs saw
// why: Defender sees the process that serves a remote session, wsmprovhost.exe, and the programs started in it; PowerShell's own logs see
//   its runspace, who is connected, and its cmdlets. On one machine and with one process id the runspace that opened in the first minute
//   of the process is that session. Where several runspaces or processes qualify each is shown as a candidate, and none is read as
//   the same.
// needs: session
// adds: SAME_AS
// per: machine
MATCH (session:PowerShellSession)
WHERE session.machine IN $machines
  AND session.remote
  AND session.processId IS NOT NULL
  AND session.kind IN ['process', 'runspace']
WITH session.machine AS machine, session.processId AS processId, collect(session) AS sessions
WHERE size(sessions) > 1
UNWIND sessions AS process
WITH process, sessions
WHERE process.kind = 'process'
WITH process,
     [one IN sessions WHERE one.kind = 'runspace'
       AND one.started >= process.started - duration({seconds: 5})
       AND one.started <= process.started + duration({minutes: 1})] AS runspaces
UNWIND runspaces AS runspace
WITH runspace,
     collect({process: process, runspaces: size(runspaces)}) AS candidates
UNWIND candidates AS candidate
WITH runspace,
     candidate.process AS process,
     CASE WHEN size(candidates) > candidate.runspaces THEN size(candidates) ELSE candidate.runspaces END AS n
RETURN process.key AS from,
       runspace.key AS to,
       0.95 / n AS confidence,
       'the runspace opened in process ' + process.processId + ' of the machine'
         + CASE WHEN n > 1 THEN '; ' + n + ' qualify' ELSE '' END AS reason,
       n > 1 AS ambiguous;

MATCH (process:PowerShellSession)-[same:SAME_AS]->(:PowerShellSession)
WHERE process.machine IN $machines
RETURN same.id AS id,
       same.confidence AS confidence,
       same.reason AS reason,
       same.ambiguous AS ambiguous;

UNWIND $rows AS row
MATCH (process:PowerShellSession {key: row.from})
MATCH (runspace:PowerShellSession {key: row.to})
CREATE (process)-[:SAME_AS {
  id: row.id, by: 'session-same-as', confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, conflict: ''
}]->(runspace);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[same:SAME_AS {id: id}]->(:PowerShellSession)
DELETE same;

// fires on: a process and the runspace that opened in it
CREATE (h:Host {key: 'device:d1', names: ['srv1.contoso.com']})
CREATE (c:Command {key: 'get-date', name: 'get-date'})
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:05Z'), command: 'Get-Date', process: 'wsmprovhost.exe', processId: 4116,
  processCreated: datetime('2021-11-22T10:00:00Z'), commandLine: 'wsmprovhost.exe -Embedding', account: '', evidence: []
}]->(c)
CREATE (h)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-22T10:00:05Z'), command: 'Get-Date', process: 'wsmprovhost.exe', processId: 4116,
  commandLine: 'wsmprovhost.exe -Embedding', account: '', hostId: 'h1', runspaceId: 'r1', hostName: 'ServerRemoteHost',
  hostApplication: 'wsmprovhost.exe -Embedding', evidence: []
}]->(c);

// stays quiet on: a runspace of another process
CREATE (h:Host {key: 'device:d1', names: ['srv1.contoso.com']})
CREATE (c:Command {key: 'get-date', name: 'get-date'})
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:05Z'), command: 'Get-Date', process: 'wsmprovhost.exe', processId: 4116,
  processCreated: datetime('2021-11-22T10:00:00Z'), commandLine: 'wsmprovhost.exe -Embedding', account: '', evidence: []
}]->(c)
CREATE (h)-[:EXECUTED {
  id: 'x2', at: datetime('2021-11-22T10:00:05Z'), command: 'Get-Date', process: 'wsmprovhost.exe', processId: 5200,
  commandLine: 'wsmprovhost.exe -Embedding', account: '', hostId: 'h1', runspaceId: 'r1', hostName: 'ServerRemoteHost',
  hostApplication: 'wsmprovhost.exe -Embedding', evidence: []
}]->(c);
