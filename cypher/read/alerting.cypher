// title: What the alerts of a rule that stand in the graph follow from: what was stored and linked, and how often they were worked on; how often they changed. No row where suppressions may hide them, which end by the clock
CALL () {
  MATCH (file:EvidenceFile)
  RETURN file.key + ' ' + coalesce(toString(file.batch), '') AS state
  UNION ALL
  MATCH (linking:Linking)
  RETURN toString(linking.number) AS state
  UNION ALL
  OPTIONAL MATCH (alerting:Alerting {key: $rule})
  RETURN 'work ' + coalesce(alerting.work, 0) AS state
}
WITH state
ORDER BY state
WITH collect(state) AS state
WHERE NOT EXISTS { MATCH (:Suppression {rule: $rule}) }
OPTIONAL MATCH (alerting:Alerting {key: $rule})
RETURN state, coalesce(alerting.changes, 0) AS changes;
