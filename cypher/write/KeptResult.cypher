// title: What a rule found, with the state it follows from, in the place of what it found before; and no more of any rule, after links were made
MERGE (kept:KeptResult {key: $rule})
SET kept.state = $state,
    kept.at = $at,
    kept.contents = $contents;

MATCH (kept:KeptResult)
DELETE kept;
