// title: The commands that a PowerShell session ran
// why: One relationship per command event, so that order, repetition and evidence stay.
// needs: session
// adds: RAN
// per: machine
MATCH (host:Host)-[event:EXECUTED]->(command)
WHERE host.machine IN $machines
WITH event, command,
       CASE
         WHEN event.hostId <> '' THEN 'runspace|' + host.machine + '|' + event.hostId + '|' + coalesce(event.runspaceId, '')
         WHEN event.processId IS NOT NULL AND event.processCreated IS NOT NULL
           THEN 'process|' + host.machine + '|' + event.processId + '|' + toString(event.processCreated)
         ELSE ''
       END AS identity
WHERE identity <> ''
MATCH (session:PowerShellSession {key: identity})
RETURN event.id AS id,
       session.key AS from,
       command.key AS to,
       event.at AS at,
       event.command AS command,
       session.confidence AS confidence,
       session.reason AS reason,
       event.evidence AS evidence
UNION ALL
MATCH (session:PowerShellSession {kind: 'script'})
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
MATCH (host:Host {machine: session.machine})-[event:EXECUTED]->(command)
WHERE event.at >= session.start
  AND event.at <= session.end
  AND coalesce(event.hostId, '') = ''
  AND (event.processId IS NULL OR event.processCreated IS NULL)
  AND coalesce(event.commandLine, '') = session.commandLine
  AND coalesce(event.process, '') = session.process
  AND coalesce(event.account, '') = session.account
RETURN event.id AS id,
       session.key AS from,
       command.key AS to,
       event.at AS at,
       event.command AS command,
       session.confidence AS confidence,
       session.reason AS reason,
       event.evidence AS evidence;

MATCH (session:PowerShellSession)-[ran:RAN]->(:Command)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
RETURN ran.id AS id,
       session.key AS from,
       ran.at AS at,
       ran.command AS command,
       ran.confidence AS confidence,
       ran.reason AS reason,
       ran.evidence AS evidence;

UNWIND $rows AS row
MATCH (session:PowerShellSession {key: row.from})
MATCH (command:Command {key: row.to})
CREATE (session)-[:RAN {
  id: row.id, by: 'session-command', at: row.at, command: row.command,
  confidence: row.confidence, reason: row.reason, evidence: row.evidence
}]->(command);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[ran:RAN {id: id}]->(:Command)
DELETE ran;

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
