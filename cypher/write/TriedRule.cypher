// title: A text of an analyst's own rule did what its examples say
MERGE (tried:TriedRule {key: $rule})
SET tried.text = $text;
