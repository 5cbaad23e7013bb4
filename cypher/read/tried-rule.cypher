// title: Whether this text of an analyst's own rule did what its examples say
MATCH (tried:TriedRule {key: $rule, text: $text})
RETURN tried.key AS rule;
