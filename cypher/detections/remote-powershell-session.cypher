// title: A remote PowerShell session
// severity: medium
// attack: T1021.006, T1059.001
// needs: Microsoft-Windows-PowerShell/Operational[hostName hostApplication hostId runspaceId] or WindowsPowerShell[hostName hostApplication hostId runspaceId]
// sources: WindowsPowerShell, Microsoft-Windows-PowerShell/Operational, Security, Microsoft-Windows-Sysmon/Operational, DeviceProcessEvents, DeviceNetworkEvents
// parameters: none
// schedule: 1h/1d
// alert: {User} had a remote PowerShell session on {Computer}{origin}{story}
// why: PowerShell says itself when it serves somebody elsewhere: its host is called ServerRemoteHost and runs in wsmprovhost.exe. The
//   source's Sigma rule tells each such event (400, 4103) by itself, if the fields were parsed; here the events of one host id and
//   runspace id are one session, with its start and end, its commands, and the host that its connections came from. What the rule's
//   current relatives see of the same session is told beside: the process, the connections, and programs that it started. High when
//   such a program is a shell or a tool that intruders favour; low when the same account was there from the same source before.
// blind spots: machines whose PowerShell logs nobody collects (service-account-remote-powershell sees them by Defender); remote shells
//   other than PowerShell; an origin that no connection and no logon tells; single records that their collector shipped without the
//   host application or the ids, while others of the same log have them: the log as a whole then counts as complete.
// false positives: administrators; deployment and monitoring by remoting.
// triage: Does this account administer this machine, and from that source? Read the commands, then the script texts of the session.
//   Follow the source: what ran there just before?
// steps: remote-session
// then: RemotePowerShell
MATCH (session:PowerShellSession {remote: true})
WHERE session.kind = 'runspace'
WITH session,
     head(COLLECT {
       MATCH (session)-[place:ON]->(:Host)
       RETURN place
       LIMIT 1
     }) AS place,
     COLLECT {
       MATCH (:Account)-[opened:OPENED]->(session)
       RETURN opened
       ORDER BY opened.id
     } AS opened,
     COLLECT {
       MATCH (session)-[from:OPENED_FROM]->(:Host|IpAddress)
       RETURN from
       ORDER BY from.confidence DESC, from.id
     } AS origins,
     COLLECT {
       MATCH (session)-[ran:RAN]->(:Command)
       RETURN ran
       ORDER BY ran.at, ran.id
       LIMIT 200
     } AS ran,
     COLLECT {
       MATCH (record:HostEvent {runspaceId: session.runspaceId})-[:ON]->(face:Host)
       WHERE record.hostId = session.hostId
         AND face.machine = session.machine
       RETURN record
       ORDER BY record.at, record.key
       LIMIT 200
     } AS records,
     COLLECT {
       MATCH (session)-[within:RAN_IN]->(:ProcessEvent)
       RETURN within
       ORDER BY within.id
     } AS withins
WITH *,
     startNode(head(opened)) AS account,
     endNode(place) AS host,
     COLLECT {
       UNWIND [endNode(place)] AS face
       MATCH (face)-[same:SAME_AS]-(other:Host)
       WHERE other.key = session.machine
       RETURN same
       ORDER BY same.id
     } + COLLECT {
       UNWIND opened AS one
       WITH startNode(one) AS face
       MATCH (face)-[same:SAME_AS]-(other:Account)
       WHERE other.key = face.identity
       RETURN same
       ORDER BY same.id
     } AS sames,
     COLLECT {
       UNWIND ran AS one
       MATCH ()-[event:EXECUTED {id: one.id}]->()
       RETURN event
       ORDER BY event.at, event.id
     } AS executed,
     COLLECT {
       UNWIND withins AS within
       WITH endNode(within) AS own
       MATCH (child:ProcessEvent {parentProcessId: own.processId})-[:ON]->(face:Host)
       WHERE child.at >= own.at - duration({seconds: 5})
         AND child.at <= session.end + duration({minutes: 5})
         AND face.machine = session.machine
         AND coalesce(child.logonId, '') = coalesce(own.logonId, '')
       RETURN DISTINCT child
       ORDER BY child.at, child.key
       LIMIT 50
     } AS children,
     COLLECT {
       UNWIND origins AS origin
       UNWIND [5985, 5986] AS port
       MATCH (:Host)-[seen:CONNECTED {destinationPort: port}]->(:IpAddress)
       USING INDEX seen:CONNECTED(destinationPort, at)
       WHERE seen.at >= session.started - duration({seconds: 15})
         AND seen.at <= session.started + duration({seconds: 5})
         AND seen.sourceIp = origin.sourceIp
         AND seen.sourcePort IN origin.sourcePorts
       RETURN DISTINCT seen
       ORDER BY seen.at, seen.id
       LIMIT 50
     } AS connections
RETURN session.start AS TimeCreated,
       coalesce(head(records).computer, head(executed).computer, last(host.names), host.key) AS Computer,
       coll.sort(coll.distinct([event IN records + executed WHERE event.channel IS NOT NULL | event.channel])) AS Channel,
       coll.sort(coll.distinct([event IN records + executed WHERE event.eventId IS NOT NULL | event.eventId])) AS EventID,
       coll.sort(coll.distinct([event IN records + executed WHERE event.recordId IS NOT NULL | event.recordId])) AS RecordId,
       coalesce(session.hostName, '') AS HostName,
       coalesce(session.hostApplication, '') AS HostApplication,
       session.hostId AS HostId,
       session.runspaceId AS RunspaceId,
       CASE
         WHEN session.user <> '' THEN session.user
         ELSE coalesce(head(account.names), account.key, '')
       END AS User,
       coalesce(session.connectedUser, '') AS ConnectedUser,
       coll.distinct([one IN ran | one.command]) AS CommandName,
       session.start AS StartTime,
       session.end AS EndTime,
       coll.distinct([origin IN origins WHERE endNode(origin):Host | coalesce(last(endNode(origin).names), endNode(origin).key)]) AS sourceHosts,
       coll.distinct([origin IN origins WHERE origin.sourceIp IS NOT NULL | origin.sourceIp]) AS sourceIps,
       coll.distinct([origin IN origins WHERE coalesce(origin.image, '') <> '' | origin.image]) AS sourceImages,
       [] AS children,
       [] AS relatives,
       0 AS earlierSessions,
       CASE
         WHEN session.machine STARTS WITH 'device:' THEN substring(session.machine, 7)
         ELSE ''
       END AS deviceId,
       reduce(least = 1.0, origin IN origins | CASE WHEN origin.confidence < least THEN origin.confidence ELSE least END) AS confidence,
       coll.distinct([one IN origins + withins | one.reason]) AS reasons,
       CASE
         WHEN any(origin IN origins WHERE origin.ambiguous) THEN coll.distinct([origin IN origins | head(labels(endNode(origin))) + ':' + endNode(origin).key])
         ELSE []
       END AS alternatives,
       'medium' AS severity,
       '' AS origin,
       '' AS story,
       session.machine AS machine,
       coalesce(account.identity, 'name:' + toLower(session.user), '') AS identity,
       [within IN withins | endNode(within)] AS processes,
       children AS started,
       connections AS connections,
       [event IN records + executed | event.eventId] AS eventIds,
       [host, session] AS subjects,
       [element IN [origin IN origins | endNode(origin)] + origins + [account] + opened + [session, place, host] + sames
         + [same IN sames | startNode(same)] + [same IN sames | endNode(same)] + withins
         + [within IN withins | endNode(within)] + [one IN ran | endNode(one)] + ran + children WHERE element IS NOT NULL] AS path,
       session.evidence AS evidence,
       session.start AS at,
       coalesce(head([event IN [event IN records | {at: event.at, id: event.key}] + [event IN executed | {at: event.at, id: event.id}] WHERE event.at = session.start | event.id]),
         head(records).key, head(executed).id, session.key) AS firstEvent
ORDER BY TimeCreated, Computer, HostId, RunspaceId;

// fires on: the engine event of a server session in wsmprovhost.exe
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:01Z'), eventId: 400, channel: 'Windows PowerShell', computer: 'srv1', recordId: 7, hostId: '3a01e863', runspaceId: 'c1c61e0c',
  hostName: 'ServerRemoteHost', hostApplication: 'C:\\Windows\\system32\\wsmprovhost.exe -Embedding', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:01Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});

// stays quiet on: a background job, whose host bears the same name in another program
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:01Z'), eventId: 400, channel: 'Windows PowerShell', computer: 'srv1', recordId: 7, hostId: '3a01e863', runspaceId: 'c1c61e0c',
  hostName: 'ServerRemoteHost', hostApplication: 'powershell.exe -Version 5.1 -s -NoLogo -NoProfile', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:01Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});

// stays quiet on: a shell at the keyboard
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:01Z'), eventId: 400, channel: 'Windows PowerShell', computer: 'srv1', recordId: 7, hostId: '3a01e863', runspaceId: 'c1c61e0c',
  hostName: 'ConsoleHost', hostApplication: 'powershell.exe', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:01Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});
