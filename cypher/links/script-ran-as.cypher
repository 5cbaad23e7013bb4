// title: The PowerShell session that ran a script file
// why: Run Command starts PowerShell with -File script<N>.ps1 within seconds of writing the file. The session must be on the same
//   machine, start from 5 seconds before to 15 minutes after the file and before the next file of that name. Sure when the process
//   that wrote the file is the parent; 0.8 by process identity and time; 0.5 by command line and time alone. A later run of the same
//   file may be someone's own: it is shown at half of that.
// needs: session
// adds: RAN_AS
// per: machine
// then: ScriptRuns
MATCH (script:ScriptFile)
WHERE script.machine IN $machines
  AND script.at IS NOT NULL
MATCH (session:PowerShellSession)
WHERE session.machine = script.machine
  AND session.started >= script.at - duration({seconds: 5})
  AND session.started <= script.at + duration({minutes: 15})
  AND session.script = script.name
  AND (script.until IS NULL OR session.started < script.until)
RETURN script.key AS script,
       script.name AS name,
       script.at AS at,
       script.processId AS writer,
       session.key AS session,
       session.kind AS kind,
       session.started AS started,
       session.parentId AS parent,
       script.evidence + session.evidence AS evidence;

MATCH (script:ScriptFile)-[ran:RAN_AS]->(:PowerShellSession)
WHERE script.machine IN $machines
  AND script.at IS NOT NULL
RETURN ran.id AS id,
       ran.at AS at,
       ran.confidence AS confidence,
       ran.reason AS reason,
       ran.evidence AS evidence;

UNWIND $rows AS row
MATCH (script:ScriptFile {key: row.from})
MATCH (session:PowerShellSession {key: row.to})
CREATE (script)-[:RAN_AS {
  id: row.id, by: 'script-ran-as', at: row.at, confidence: row.confidence, reason: row.reason, evidence: row.evidence
}]->(session);

UNWIND $ids AS id
MATCH (:ScriptFile)-[ran:RAN_AS {id: id}]->(:PowerShellSession)
DELETE ran;

// fires on: a PowerShell process with that -File, two seconds after the file
CREATE (h:Host {key: 'device:d1', names: ['testrig1']})
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'ipconfig.exe', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'ipconfig.exe', name: 'ipconfig.exe'});

// stays quiet on: a process that started twenty minutes after the file
CREATE (h:Host {key: 'device:d1', names: ['testrig1']})
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (h)-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:20:15Z'), command: 'ipconfig.exe', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:20:14Z'), commandLine: 'powershell  -ExecutionPolicy Unrestricted -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'ipconfig.exe', name: 'ipconfig.exe'});
