// title: What an analyst says of one alert: status, reason, owner, note
MATCH (alert:Alert {key: $id})
SET alert += $changes
RETURN alert;
