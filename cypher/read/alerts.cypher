// title: Alerts by status or rule; the most urgent first, then the newest
MATCH (alert:Alert)
WHERE ($status IS NULL OR alert.status = $status)
  AND ($rule IS NULL OR alert.rule = $rule)
RETURN alert
ORDER BY CASE alert.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END, alert.time DESC, alert.key;
