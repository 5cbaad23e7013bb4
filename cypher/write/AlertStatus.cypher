// title: The status of one alert and the reason for it
MATCH (alert:Alert {key: $id})
SET alert.status = $status,
    alert.statusReason = $reason
RETURN alert;
