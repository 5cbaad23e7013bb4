// title: The last batch that was stored of each evidence file; the same, how often links were made and, unless $rule is null, which alerts of all rules but that one there are
MATCH (file:EvidenceFile)
RETURN file.key + ' ' + coalesce(toString(file.batch), '') AS state
ORDER BY state;

CALL () {
  MATCH (file:EvidenceFile)
  RETURN file.key + ' ' + coalesce(toString(file.batch), '') AS state
  UNION ALL
  MATCH (linking:Linking)
  RETURN toString(linking.number) AS state
  UNION ALL
  MATCH (alerting:Alerting)
  WHERE alerting.key <> $rule
  RETURN alerting.key + ' ' + coalesce(alerting.changes, 0) AS state
}
RETURN state
ORDER BY state;
