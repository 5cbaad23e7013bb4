// title: Open alerts that a sink was not told of yet, the earliest raised first
MATCH (alert:Alert {status: 'open'})
WHERE NOT $sink IN coalesce(alert.told, [])
RETURN alert
ORDER BY alert.raised, alert.key
LIMIT $limit;
