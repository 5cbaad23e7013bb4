// title: The process that a PowerShell session ran in
// why: The process start tells the logon session, the parent and the account, also where PowerShell itself names nobody. By process
//   id where the session has one and the start is of the hour before; else the one start of its program in the fifteen seconds
//   before the session and the five after, for collectors' clocks lag. Several such processes are all shown with 1/n.
// needs: session
// adds: RAN_IN
// per: machine
MATCH (session:PowerShellSession)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
WITH session,
     CASE
       WHEN session.process <> '' THEN session.process
       WHEN toLower(session.hostApplication) CONTAINS 'wsmprovhost.exe' THEN 'wsmprovhost.exe'
       ELSE ''
     END AS process
WHERE process <> ''
CALL (session, process) {
  WITH session, process
  WHERE session.processId IS NOT NULL
  MATCH (start:ProcessEvent {processId: session.processId})
  USING INDEX start:ProcessEvent(processId, at)
  WHERE start.at >= session.started - duration({hours: 1})
    AND start.at <= session.started + duration({seconds: 5})
    AND start.process = process
    AND EXISTS { MATCH (start)-[:ON]->(face:Host) WHERE face.machine = session.machine }
  RETURN start
  UNION
  WITH session, process
  WHERE session.processId IS NULL
  MATCH (start:ProcessEvent {process: process})
  USING INDEX start:ProcessEvent(process, at)
  WHERE start.at >= session.started - duration({seconds: 15})
    AND start.at <= session.started + duration({seconds: 5})
    AND EXISTS { MATCH (start)-[:ON]->(face:Host) WHERE face.machine = session.machine }
  RETURN start
}
WITH session, collect(start) AS starts
WITH session, starts, size(COLLECT { UNWIND starts AS one RETURN DISTINCT one.processId AS id }) AS n
UNWIND starts AS start
RETURN session.key AS from,
       start.key AS to,
       start.at AS at,
       CASE WHEN session.processId IS NOT NULL THEN 0.95 ELSE 0.8 / n END AS confidence,
       CASE
         WHEN session.processId IS NOT NULL THEN 'its events name the process id'
         WHEN n = 1 THEN 'the only such process that started when it began'
         ELSE toString(n) + ' such processes started when it began'
       END AS reason,
       session.processId IS NULL AND n > 1 AS ambiguous,
       start.evidence AS evidence;

MATCH (session:PowerShellSession)-[ran:RAN_IN]->(:ProcessEvent)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
RETURN ran.id AS id,
       ran.at AS at,
       ran.confidence AS confidence,
       ran.reason AS reason,
       ran.ambiguous AS ambiguous,
       ran.evidence AS evidence;

UNWIND $rows AS row
MATCH (session:PowerShellSession {key: row.from})
MATCH (start:ProcessEvent {key: row.to})
CREATE (session)-[:RAN_IN {
  id: row.id, by: 'session-process', at: row.at, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(start);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[ran:RAN_IN {id: id}]->(:ProcessEvent)
DELETE ran;

// fires on: a remote runspace and the provider host that started two seconds before it
CREATE (h:Host {key: 'host:srv1', names: ['srv1']})
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:02Z'), eventId: 400, hostId: '3a01e863', runspaceId: 'c1c61e0c', hostName: 'ServerRemoteHost',
  hostApplication: 'C:\\Windows\\system32\\wsmprovhost.exe -Embedding', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:02Z')}]->(h)
CREATE (:ProcessEvent {
  key: 'p1', at: datetime('2021-11-22T09:00:00Z'), process: 'wsmprovhost.exe', processId: 77, logonId: '0x1121f34', evidence: []
})-[:ON {id: 'p1', at: datetime('2021-11-22T09:00:00Z')}]->(h);

// stays quiet on: a provider host that started on another machine
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:02Z'), eventId: 400, hostId: '3a01e863', runspaceId: 'c1c61e0c', hostName: 'ServerRemoteHost',
  hostApplication: 'C:\\Windows\\system32\\wsmprovhost.exe -Embedding', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:02Z')}]->(:Host {key: 'host:srv1', names: ['srv1']})
CREATE (:ProcessEvent {
  key: 'p1', at: datetime('2021-11-22T09:00:00Z'), process: 'wsmprovhost.exe', processId: 77, logonId: '0x1121f34', evidence: []
})-[:ON {id: 'p1', at: datetime('2021-11-22T09:00:00Z')}]->(:Host {key: 'host:srv2', names: ['srv2']});
