// title: The alerts of these rules are not what they were: by $count, how often those that stand changed ('changes') or somebody worked on them ('work')
UNWIND $rules AS rule
MERGE (alerting:Alerting {key: rule})
// Read where it is set: so nobody else sets it in between.
SET alerting[$count] = coalesce(alerting[$count], 0) + 1
RETURN alerting.key AS rule;
