// title: What the queue shows of each alert, and of those of one rule the nodes of the case that have one of some labels; the most urgent first, then the newest
MATCH (alert:Alert)
WITH alert
ORDER BY CASE alert.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END, alert.time DESC, alert.key
RETURN alert.key AS id,
       alert.rule AS rule,
       alert.severity AS severity,
       alert.title AS title,
       alert.time AS time,
       alert.status AS status,
       alert.statusReason AS statusReason,
       alert.owner AS owner,
       alert.note AS note,
       alert.entities AS entities,
       size(alert.evidence) AS records,
       CASE alert.rule WHEN $rule THEN [node IN alert.nodes WHERE split(node, ':')[0] IN $labels] ELSE [] END AS nodes;
