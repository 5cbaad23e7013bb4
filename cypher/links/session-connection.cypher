// title: Where a remote PowerShell session was opened from, by its network connection
// why: The logon of a remote session names no address under Kerberos; the connection does. Connections to the remoting ports (5985,
//   5986) that the session's machine took in the fifteen seconds before it, or the five after, give the address. The host there that
//   opened a connection with the same four ends gives host, program and user. Where only the other side logs, its connection to the
//   name of the session's machine counts. Machines talk to each other over these ports all day: nothing is said without a session,
//   and of several candidates the one whose user opened the session counts; else all are shown with 1/n.
// needs: session-account, account-identity
// adds: OPENED_FROM
// then: SessionConnections
MATCH (session:PowerShellSession {remote: true})
UNWIND [5985, 5986] AS port
MATCH (face:Host)-[seen:CONNECTED {destinationPort: port}]->(:IpAddress)
USING INDEX seen:CONNECTED(destinationPort, at)
WHERE seen.at >= session.started - duration({seconds: 15})
  AND seen.at <= session.started + duration({seconds: 5})
RETURN session.key AS key,
       session.machine AS machine,
       COLLECT { MATCH (named:Host {machine: session.machine}) UNWIND named.names AS name RETURN DISTINCT name } AS names,
       session.started AS at,
       head(COLLECT { MATCH (opener:Account)-[:OPENED]->(session) RETURN opener.identity ORDER BY opener.identity }) AS opener,
       face.machine AS seenOn,
       seen.initiated AS initiated,
       seen.sourceIp AS sourceIp,
       seen.sourcePort AS sourcePort,
       seen.destinationIp AS destinationIp,
       port AS destinationPort,
       toLower(coalesce(seen.DestinationHostname, seen.RemoteUrl, '')) AS destination,
       coalesce(seen.image, '') AS image,
       coalesce(head(COLLECT { MATCH (user:Account {key: seen.account}) RETURN user.identity }), '') AS user,
       CASE
         WHEN seen.initiated AND seen.processId IS NOT NULL AND seen.processCreated IS NOT NULL
           THEN 'process|' + face.machine + '|' + seen.processId + '|' + toString(seen.processCreated)
         ELSE ''
       END AS client,
       seen.evidence AS evidence;

MATCH (:PowerShellSession)-[opened:OPENED_FROM {by: 'session-connection'}]->(:Host|IpAddress)
RETURN opened.id AS id,
       opened.at AS at,
       opened.sourceIp AS sourceIp,
       opened.sourcePorts AS sourcePorts,
       opened.image AS image,
       opened.clients AS clients,
       opened.users AS users,
       opened.confidence AS confidence,
       opened.reason AS reason,
       opened.ambiguous AS ambiguous,
       opened.evidence AS evidence;

UNWIND $rows AS row
MATCH (session:PowerShellSession {key: row.from})
MATCH (source:Host|IpAddress {key: row.to})
CREATE (session)-[:OPENED_FROM {
  id: row.id, by: 'session-connection', at: row.at, sourceIp: row.sourceIp, sourcePorts: row.sourcePorts, image: row.image,
  clients: row.clients, users: row.users, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(source);

UNWIND $ids AS id
MATCH (:PowerShellSession)-[opened:OPENED_FROM {id: id}]->(:Host|IpAddress)
DELETE opened;

// fires on: a remote session a second after a connection that both sides logged
CREATE (a:Host {key: 'host:srv1', names: ['srv1']})
CREATE (b:Host {key: 'host:srv2', names: ['srv2']})
CREATE (from:IpAddress {key: '10.0.0.5'})
CREATE (to:IpAddress {key: '10.0.0.6'})
CREATE (a)-[:CONNECTED {
  id: 'c1', at: datetime('2021-11-22T09:00:00Z'), sourceIp: '10.0.0.5', sourcePort: 57967, destinationIp: '10.0.0.6', destinationPort: 5985,
  initiated: true, image: 'C:\\Temp\\tool.exe', evidence: []
}]->(to)
CREATE (b)-[:CONNECTED {
  id: 'c2', at: datetime('2021-11-22T09:00:00Z'), sourceIp: '10.0.0.5', sourcePort: 57967, destinationIp: '10.0.0.6', destinationPort: 5985,
  initiated: false, image: 'System', evidence: []
}]->(from)
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:01Z'), eventId: 400, hostId: '3a01e863', runspaceId: 'c1c61e0c', hostName: 'ServerRemoteHost', evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:01Z')}]->(b);

// stays quiet on: machines that talk over the port without a session
CREATE (a:Host {key: 'host:srv1', names: ['srv1']})
CREATE (b:Host {key: 'host:srv2', names: ['srv2']})
CREATE (a)-[:CONNECTED {
  id: 'c1', at: datetime('2021-11-22T09:00:00Z'), sourceIp: '10.0.0.5', sourcePort: 57967, destinationIp: '10.0.0.6', destinationPort: 5985,
  initiated: true, image: 'C:\\Windows\\System32\\svchost.exe', evidence: []
}]->(:IpAddress {key: '10.0.0.6'})
CREATE (b)-[:CONNECTED {
  id: 'c2', at: datetime('2021-11-22T09:00:00Z'), sourceIp: '10.0.0.5', sourcePort: 57967, destinationIp: '10.0.0.6', destinationPort: 5985,
  initiated: false, image: 'System', evidence: []
}]->(:IpAddress {key: '10.0.0.5'});
