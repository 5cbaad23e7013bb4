// title: Alerts whose id begins so
MATCH (alert:Alert)
WHERE alert.key STARTS WITH $prefix
RETURN alert
ORDER BY alert.key;
