// title: The alerts of these rules are not what they were
UNWIND $rules AS rule
MERGE (alerting:Alerting {key: rule})
SET alerting.stamp = randomUUID()
RETURN alerting.key AS rule;
