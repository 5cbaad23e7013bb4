// title: A sink was told of alerts
UNWIND $ids AS id
MATCH (alert:Alert {key: id})
WHERE NOT $sink IN coalesce(alert.told, [])
SET alert.told = coalesce(alert.told, []) + $sink;
