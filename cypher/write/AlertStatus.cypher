// title: What an analyst says of alerts: status, reason, owner, note
UNWIND $ids AS id
MATCH (alert:Alert {key: id})
SET alert += $changes
RETURN alert;
