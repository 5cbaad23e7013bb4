// title: Alerts that a detection found; an analyst's status, reason and words stay, a withdrawn one that is found again is open, one that is more urgent than before is told again
UNWIND $rows AS row
MERGE (alert:Alert {key: row.id})
ON CREATE SET alert.status = 'open', alert.statusReason = '', alert.raised = row.raised
WITH alert, row, ['informational', 'low', 'medium', 'high'] AS severities
SET alert.told = CASE
      WHEN coll.indexOf(severities, row.severity) > coll.indexOf(severities, alert.severity) THEN null
      ELSE alert.told
    END
SET alert.rule = row.rule,
    alert.severity = row.severity,
    alert.title = row.title,
    alert.time = row.time,
    alert.prevalence = row.prevalence,
    alert.confidence = row.confidence,
    alert.entities = row.entities,
    alert.nodes = row.nodes,
    alert.relationships = row.relationships,
    alert.leftOut = row.leftOut,
    alert.evidence = row.evidence,
    alert.firstEvent = row.firstEvent,
    alert.statusReason = CASE alert.status WHEN 'withdrawn' THEN '' ELSE alert.statusReason END,
    alert.status = CASE alert.status WHEN 'withdrawn' THEN 'open' ELSE alert.status END
RETURN alert;

UNWIND $rows AS row
OPTIONAL MATCH (caller:Caller {key: CASE row.label WHEN 'Caller' THEN row.key END})
OPTIONAL MATCH (ip:IpAddress {key: CASE row.label WHEN 'IpAddress' THEN row.key END})
OPTIONAL MATCH (operation:Operation {key: CASE row.label WHEN 'Operation' THEN row.key END})
OPTIONAL MATCH (vm:VirtualMachine {key: CASE row.label WHEN 'VirtualMachine' THEN row.key END})
OPTIONAL MATCH (host:Host {key: CASE row.label WHEN 'Host' THEN row.key END})
OPTIONAL MATCH (script:ScriptFile {key: CASE row.label WHEN 'ScriptFile' THEN row.key END})
OPTIONAL MATCH (session:PowerShellSession {key: CASE row.label WHEN 'PowerShellSession' THEN row.key END})
OPTIONAL MATCH (account:Account {key: CASE row.label WHEN 'Account' THEN row.key END})
OPTIONAL MATCH (command:Command {key: CASE row.label WHEN 'Command' THEN row.key END})
WITH row, coalesce(caller, ip, operation, vm, host, script, session, account, command) AS entity
WHERE entity IS NOT NULL
MATCH (alert:Alert {key: row.alert})
MERGE (alert)-[about:ABOUT {id: row.id}]->(entity)
RETURN about.id AS id;
