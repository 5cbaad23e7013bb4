// title: Alerts with every one of several lower-case words in title, id or case; the most urgent first, then the newest
MATCH (alert:Alert)
WHERE all(word IN $words WHERE toLower(alert.title) CONTAINS word OR alert.key CONTAINS word OR any(node IN alert.nodes WHERE toLower(node) CONTAINS word))
RETURN alert
ORDER BY CASE alert.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END, alert.time DESC, alert.key
LIMIT $limit;
