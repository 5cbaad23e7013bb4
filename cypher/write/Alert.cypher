// title: Alerts that a detection found: an analyst's status, reason and words stay, a withdrawn one that is found again is open, whoever was told of one of which something worth telling changed is told again
UNWIND $rows AS row
MERGE (alert:Alert {key: row.id})
ON CREATE SET alert.status = 'open', alert.statusReason = '', alert.raised = row.raised
// Of several changes that nobody was told of yet all are told; else the last.
FOREACH (_ IN CASE WHEN size(row.changes) > 0 THEN [1] ELSE [] END |
  SET alert.changes = (CASE WHEN alert.told IS NULL THEN alert.changes ELSE [] END + row.changes)[-20..],
      alert.update = coalesce(alert.update, 0) + 1,
      alert.toldBefore = coll.distinct(coalesce(alert.toldBefore, []) + coalesce(alert.told, [])),
      alert.told = null)
SET alert.content = row.content,
    alert.rule = row.rule,
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
