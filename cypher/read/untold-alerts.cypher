// title: Open alerts that a sink is to be told of, the earliest raised first, and what changed about those that it was told of before
MATCH (alert:Alert {status: 'open'})
WHERE NOT $sink IN coalesce(alert.told, [])
RETURN alert,
       coalesce(alert.update, 0) AS update,
       CASE WHEN $sink IN coalesce(alert.toldBefore, []) THEN alert.changes ELSE [] END AS changed
ORDER BY alert.raised, alert.key
LIMIT $limit;
