// title: How many alerts of a rule were raised by a run
MATCH (alert:Alert {rule: $rule})
WHERE alert.raised = $at
RETURN count(alert) AS alerts;
