// title: Script files that the Run Command extension wrote
// why: Run Command leaves `script<N>.ps1`, written by RunCommandExtension.exe (in any case). The number restarts when the extension
//   is removed and is the same on many machines at once, so a script file is one creation: the first FileCreated event of a name by
//   one process on one machine. A repeated or modifying event adds its evidence and nothing else.
// needs: host-machine
// adds: ScriptFile, ON
// per: machine
// then: ScriptFiles
MATCH (event:FileEvent)-[:ON]->(host:Host)
WHERE host.machine IN $machines
  AND toLower(event.InitiatingProcessFileName) = 'runcommandextension.exe'
  AND event.FileName =~ '(?i)script[0-9]{1,9}[.]ps1'
  AND toLower(event.ActionType) IN ['filecreated', 'filemodified']
RETURN event.key AS event,
       event.at AS at,
       toLower(event.ActionType) AS action,
       host.key AS host,
       host.machine AS machine,
       toLower(event.FileName) AS name,
       event.FileSize AS size,
       event.SHA1 AS sha1,
       event.SHA256 AS sha256,
       event.FolderPath AS path,
       event.processId AS processId,
       event.processCreated AS processCreated,
       event.evidence AS evidence;

MATCH (script:ScriptFile)
WHERE script.machine IN $machines
  AND script.at IS NOT NULL
OPTIONAL MATCH (script)-[:ON]->(host:Host)
RETURN script.key AS id,
       host.key AS host,
       script.machine AS machine,
       script.name AS name,
       script.size AS size,
       script.sha1 AS sha1,
       script.sha256 AS sha256,
       script.path AS path,
       script.at AS at,
       script.until AS until,
       script.processId AS processId,
       script.processCreated AS processCreated,
       script.event AS event,
       script.evidence AS evidence;

UNWIND $rows AS row
MATCH (host:Host {key: row.host})
MERGE (script:ScriptFile {key: row.id})
SET script.by = 'script-file',
    script.machine = row.machine,
    script.name = row.name,
    script.size = row.size,
    script.sha1 = row.sha1,
    script.sha256 = row.sha256,
    script.path = row.path,
    script.at = row.at,
    script.until = row.until,
    script.processId = row.processId,
    script.processCreated = row.processCreated,
    script.event = row.event,
    script.evidence = row.evidence
WITH row, host, script
CALL (host, script) {
  MATCH (script)-[elsewhere:ON]->(other:Host)
  WHERE other <> host
  DELETE elsewhere
}
MERGE (script)-[on:ON {id: row.id}]->(host)
SET on.by = 'script-file',
    on.confidence = 1.0,
    on.reason = 'the file event is of this host';

UNWIND $ids AS id
MATCH (script:ScriptFile {key: id})
DETACH DELETE script;

// fires on: script6.ps1 created by the extension, its name in lower case
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1', FileSize: 812,
  InitiatingProcessFileName: 'runcommandextension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h);

// stays quiet on: a file that is only modified, and one that another program created
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileModified', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h)
CREATE (:FileEvent {
  key: 'f2', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'notepad.exe', evidence: []
})-[:ON {id: 'f2', at: datetime('2021-11-22T10:00:12Z')}]->(h);
