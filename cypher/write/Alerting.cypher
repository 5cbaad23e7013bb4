// title: The alerts of these rules are not what they were: as $mark says, those that stand ('stamp') or what somebody made of them ('worked')
UNWIND $rules AS rule
MERGE (alerting:Alerting {key: rule})
SET alerting[$mark] = randomUUID()
RETURN alerting.key AS rule;
