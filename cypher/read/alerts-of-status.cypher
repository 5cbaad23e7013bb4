// title: How many alerts have a status
MATCH (alert:Alert)
WHERE alert.status = $status
RETURN count(alert) AS alerts;
