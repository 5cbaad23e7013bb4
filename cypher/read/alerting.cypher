// title: What the alerts of a rule that stand in the graph follow from: what was stored and linked, and when they were last raised, withdrawn or worked on. No row where suppressions may hide them, which end by the clock
CALL () {
  MATCH (file:EvidenceFile)
  RETURN file.key + ' ' + coalesce(toString(file.batch), '') AS state
  UNION ALL
  MATCH (linking:Linking)
  RETURN toString(linking.number) AS state
  UNION ALL
  MATCH (alerting:Alerting {key: $rule})
  RETURN coalesce(alerting.stamp, '') + ' ' + coalesce(alerting.worked, '') AS state
}
WITH state
WHERE NOT EXISTS { MATCH (:Suppression {rule: $rule}) }
RETURN state
ORDER BY state;
