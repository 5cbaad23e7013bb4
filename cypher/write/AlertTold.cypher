// title: A sink was told of alerts as they were after so many changes
UNWIND $rows AS row
MATCH (alert:Alert {key: row.id})
WHERE NOT $sink IN coalesce(alert.told, [])
  AND coalesce(alert.update, 0) = row.update
SET alert.told = coalesce(alert.told, []) + $sink;
