// title: Alerts of which anybody was told, now or before they changed
UNWIND $rows AS row
MATCH (alert:Alert {key: row.id})
WHERE alert.told IS NOT NULL OR alert.toldBefore IS NOT NULL
RETURN alert;
