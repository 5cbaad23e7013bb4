// title: PowerShell sessions
// why: Commands are read by session, not by file name or time alone. A session is a Windows runspace (host, host id, runspace id), a
//   process that Defender saw (host, process id, creation time), or, where no process identity was logged, the commands of one
//   command line on one machine: from the script file they name to its next creation, at most 15 minutes, with confidence 0.5.
//   wsmprovhost.exe and ServerRemoteHost mark a session that was opened from afar.
// needs: script-file
// adds: PowerShellSession, ON
// per: machine
// then: Sessions
MATCH (host:Host)-[event:EXECUTED]->()
WHERE host.machine IN $machines
RETURN event.id AS event,
       event.at AS at,
       'command' AS kind,
       host.key AS host,
       host.machine AS machine,
       CASE
         WHEN event.hostId <> '' THEN 'runspace|' + host.machine + '|' + event.hostId + '|' + coalesce(event.runspaceId, '')
         WHEN event.processId IS NOT NULL AND event.processCreated IS NOT NULL
           THEN 'process|' + host.machine + '|' + event.processId + '|' + toString(event.processCreated)
         ELSE ''
       END AS identity,
       event.process AS process,
       event.processId AS processId,
       event.processCreated AS processCreated,
       event.InitiatingProcessParentId AS parentId,
       event.commandLine AS commandLine,
       event.account AS account,
       event.hostName AS hostName,
       event.hostApplication AS hostApplication,
       event.hostId AS hostId,
       event.runspaceId AS runspaceId,
       event.user AS user,
       event.connectedUser AS connectedUser,
       event.evidence AS evidence,
       CASE
         WHEN coalesce(event.hostId, '') = '' AND (event.processId IS NULL OR event.processCreated IS NULL) THEN COLLECT {
           MATCH (script:ScriptFile)
           WHERE script.machine = host.machine
             AND toLower(event.commandLine) CONTAINS script.name
             AND script.at <= event.at + duration({seconds: 5})
             AND script.at >= event.at - duration({minutes: 15})
             AND (script.until IS NULL OR event.at < script.until)
           RETURN script.at
           ORDER BY script.at DESC
           LIMIT 1
         }
         ELSE []
       END AS scripts
UNION ALL
MATCH (record:HostEvent)-[:ON]->(host:Host)
WHERE host.machine IN $machines
  AND record.hostId <> ''
RETURN record.key AS event,
       record.at AS at,
       'record' AS kind,
       host.key AS host,
       host.machine AS machine,
       CASE
         WHEN record.runspaceId <> '' THEN 'runspace|' + host.machine + '|' + record.hostId + '|' + record.runspaceId
         ELSE ''
       END AS identity,
       null AS process,
       null AS processId,
       null AS processCreated,
       null AS parentId,
       null AS commandLine,
       null AS account,
       record.hostName AS hostName,
       record.hostApplication AS hostApplication,
       record.hostId AS hostId,
       record.runspaceId AS runspaceId,
       record.user AS user,
       record.connectedUser AS connectedUser,
       record.evidence AS evidence,
       [] AS scripts;

MATCH (session:PowerShellSession)
WHERE session.machine IN $machines
  AND session.started IS NOT NULL
OPTIONAL MATCH (session)-[:ON]->(host:Host)
RETURN session.key AS id,
       host.key AS host,
       session.machine AS machine,
       session.kind AS kind,
       session.remote AS remote,
       session.start AS start,
       session.end AS end,
       session.started AS started,
       session.events AS events,
       session.account AS account,
       session.user AS user,
       session.connectedUser AS connectedUser,
       session.hostId AS hostId,
       session.runspaceId AS runspaceId,
       session.hostApplication AS hostApplication,
       session.process AS process,
       session.processId AS processId,
       session.processCreated AS processCreated,
       session.parentId AS parentId,
       session.commandLine AS commandLine,
       session.script AS script,
       session.confidence AS confidence,
       session.reason AS reason,
       session.evidence AS evidence;

UNWIND $rows AS row
MATCH (host:Host {key: row.host})
MERGE (session:PowerShellSession {key: row.id})
SET session.by = 'session',
    session.machine = row.machine,
    session.kind = row.kind,
    session.remote = row.remote,
    session.start = row.start,
    session.end = row.end,
    session.started = row.started,
    session.events = row.events,
    session.account = row.account,
    session.user = row.user,
    session.connectedUser = row.connectedUser,
    session.hostId = row.hostId,
    session.runspaceId = row.runspaceId,
    session.hostApplication = row.hostApplication,
    session.process = row.process,
    session.processId = row.processId,
    session.processCreated = row.processCreated,
    session.parentId = row.parentId,
    session.commandLine = row.commandLine,
    session.script = row.script,
    session.confidence = row.confidence,
    session.reason = row.reason,
    session.evidence = row.evidence
WITH row, host, session
CALL (host, session) {
  MATCH (session)-[elsewhere:ON]->(other:Host)
  WHERE other <> host
  DELETE elsewhere
}
MERGE (session)-[place:ON {id: row.id}]->(host)
SET place.by = 'session',
    place.confidence = 1.0,
    place.reason = 'its events are of this host';

UNWIND $ids AS id
MATCH (session:PowerShellSession {key: id})
DETACH DELETE session;

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

// fires on: a Windows runspace that only its engine event shows
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 400, hostId: '3a01e863', runspaceId: 'c1c61e0c', hostName: 'ServerRemoteHost', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});

// stays quiet on: a provider event that names no host id
CREATE (:HostEvent {key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 600, hostId: '', runspaceId: '', hostName: 'Default Host', evidence: []})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});
