// title: The PowerShell session that compiled a script text
// why: Event 4104 names the process, not the session in it. A session of that process on the machine, from five minutes before the
//   text to five after, compiled it; several of them are all shown with 1/n.
// needs: script-block, session-process
// adds: COMPILED
// per: machine
MATCH (block:ScriptBlock)
WHERE block.machine IN $machines
  AND block.processId IS NOT NULL
CALL (block) {
  MATCH (session:PowerShellSession {machine: block.machine})
  WHERE session.started <= block.end + duration({minutes: 5})
    AND session.end >= block.start - duration({minutes: 5})
    AND (
      session.processId = block.processId
      OR (session.processId IS NULL
        AND EXISTS { MATCH (session)-[:RAN_IN {ambiguous: false}]->(start:ProcessEvent) WHERE start.processId = block.processId })
    )
  RETURN session
}
WITH block, collect(session) AS sessions
UNWIND sessions AS session
RETURN session.key AS from,
       block.key AS to,
       block.start AS at,
       0.9 / size(sessions) AS confidence,
       CASE
         WHEN size(sessions) = 1 THEN 'the one session of the process that compiled it'
         ELSE 'one of ' + toString(size(sessions)) + ' sessions of the process that compiled it'
       END AS reason,
       size(sessions) > 1 AS ambiguous,
       block.evidence AS evidence;

MATCH (:PowerShellSession)-[compiled:COMPILED]->(block:ScriptBlock)
WHERE block.machine IN $machines
RETURN compiled.id AS id,
       compiled.at AS at,
       compiled.confidence AS confidence,
       compiled.reason AS reason,
       compiled.ambiguous AS ambiguous,
       compiled.evidence AS evidence;

UNWIND $rows AS row
MATCH (session:PowerShellSession {key: row.from})
MATCH (block:ScriptBlock {key: row.to})
CREATE (session)-[:COMPILED {
  id: row.id, by: 'session-script-block', at: row.at, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous,
  evidence: row.evidence
}]->(block);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[compiled:COMPILED {id: id}]->(:ScriptBlock)
DELETE compiled;

// fires on: a command and a script text of one process
CREATE (h:Host {key: 'host:srv1', names: ['srv1']})
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T09:00:00Z'), command: 'Get-Process', process: 'powershell.exe', processId: 77, hostId: 'h1', runspaceId: 'r1',
  commandLine: 'powershell.exe', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'})
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 4104, scriptBlockId: 'c226e5f5', part: 1, parts: 1, scriptBlockText: 'Get-Process',
  scriptBlockLength: 11, scriptBlockHash: 'aa', processId: 77, evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(h);

// stays quiet on: a script text of another process
CREATE (h:Host {key: 'host:srv1', names: ['srv1']})
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T09:00:00Z'), command: 'Get-Process', process: 'powershell.exe', processId: 77, hostId: 'h1', runspaceId: 'r1',
  commandLine: 'powershell.exe', evidence: []
}]->(:Command {key: 'get-process', name: 'get-process'})
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 4104, scriptBlockId: 'c226e5f5', part: 1, parts: 1, scriptBlockText: 'Get-Process',
  scriptBlockLength: 11, scriptBlockHash: 'aa', processId: 78, evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(h);
