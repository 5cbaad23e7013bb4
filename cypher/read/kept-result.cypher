// title: What a rule found in this state of the graph, at this time or before
MATCH (kept:KeptResult {key: $rule})
WHERE kept.state = $state
  AND kept.at <= $now
RETURN kept.contents AS contents;
