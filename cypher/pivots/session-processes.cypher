// title: Processes of it
// from: PowerShellSession
// why: What did it start? The process that it ran in, and those that this one started in the same logon session, in order.
MATCH (session:PowerShellSession {key: $key})-[ran:RAN_IN]->(own:ProcessEvent)
CALL (session, own) {
  MATCH (child:ProcessEvent)-[stands:ON]->(face:Host)
  WHERE face.machine = session.machine
    AND child.parentProcessId = own.processId
    AND coalesce(child.logonId, '') = coalesce(own.logonId, '')
    AND child.at >= own.at
    AND child.at <= session.end + duration({minutes: 5})
  RETURN collect([child, stands, face]) AS children
}
UNWIND [[]] + children AS started
RETURN [session, ran, own] + started AS path
ORDER BY CASE WHEN started = [] THEN own.at ELSE started[0].at END, own.key
LIMIT $limit;

// fires on: a session whose process is known
CREATE (:PowerShellSession {key: 'p1', machine: 'device:d1', end: datetime('2026-03-01T10:00:20Z')})-[:RAN_IN {id: 'l1', by: 'session-process'}]->(:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z'), processId: 77, logonId: '0x99'});

// stays quiet on: a session whose process start was not logged
CREATE (:PowerShellSession {key: 'p1', machine: 'device:d1'})-[:ON {id: 'l1', by: 'session'}]->(h:Host {key: 'device:d1', machine: 'device:d1'})
CREATE (:ProcessEvent {key: 'e1', at: datetime('2026-03-01T10:00:11Z'), processId: 77})-[:ON {id: 'e1', at: datetime('2026-03-01T10:00:11Z')}]->(h);
