// title: A command that is looked for
// severity: low
// attack: T1059.001
// needs: DeviceEvents[ActionType command]
// sources: DeviceEvents
// parameters: command = whoami.exe — the command that is looked for, in small letters
// schedule: 1h/1d
// alert: {Command} ran on {Host}
// why: Say what a row is and why it matters. A line that begins with three blanks
//   goes on with the one above it.
// blind spots: Say what it cannot see.
// false positives: Say what harmless things look the same.
// triage: Say what to look at first.
MATCH (host:Host)-[ran:EXECUTED]->(command:Command)
WHERE command.name = $command
  AND ($from IS NULL OR ran.at >= $from)
  AND ($to IS NULL OR ran.at <= $to)
RETURN ran.at AS StartTime,
       command.name AS Command,
       coalesce(head(host.names), host.key) AS Host,
       [host, command] AS subjects,
       [host, ran, command] AS path,
       ran.at AS at,
       ran.id AS firstEvent;

// fires on: the command, run on a host
CREATE (:Host {key: 'device:d1', names: ['testrig1.contoso.com']})-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'whoami.exe', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'whoami.exe', name: 'whoami.exe'});

// stays quiet on: another command
CREATE (:Host {key: 'device:d1', names: ['testrig1.contoso.com']})-[:EXECUTED {
  id: 'x1', at: datetime('2021-11-22T10:00:15Z'), command: 'hostname.exe', process: 'powershell.exe', processId: 4711,
  processCreated: datetime('2021-11-22T10:00:14Z'), commandLine: 'powershell -File script6.ps1', account: '', evidence: []
}]->(:Command {key: 'hostname.exe', name: 'hostname.exe'});
