// title: Alerts of a rule, all or those named, that suppressions hide or no longer hide
MATCH (alert:Alert {rule: $rule})
WHERE alert.status IN ['open', 'suppressed']
  AND ($ids IS NULL OR alert.key IN $ids)
WITH alert,
     COLLECT {
       MATCH (suppression:Suppression {rule: $rule})
       WHERE suppression.until > $now
         AND (suppression.entities = [] OR any(entity IN suppression.entities WHERE entity IN alert.nodes OR entity IN alert.entities))
       RETURN suppression
       ORDER BY suppression.until DESC, suppression.key
     } AS hiding
WHERE (hiding = []) <> (alert.status = 'open')
SET alert.status = CASE WHEN hiding = [] THEN 'open' ELSE 'suppressed' END,
    alert.statusReason = CASE WHEN hiding = [] THEN '' ELSE 'by suppression ' + left(head(hiding).key, 8) + ' until ' + toString(head(hiding).until) END
FOREACH (suppression IN hiding |
  MERGE (suppression)-[:HID {id: suppression.key + '|' + alert.key}]->(alert))
RETURN alert;
