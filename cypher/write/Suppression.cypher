// title: Suppresses a rule, or what it says of an entity with all its faces
MERGE (suppression:Suppression {key: $id})
ON CREATE SET suppression.since = $now
SET suppression.rule = $rule,
    suppression.entity = $entity,
    suppression.until = $until,
    suppression.note = $note,
    suppression.entities = CASE $entity
      WHEN '' THEN []
      ELSE [$entity] + COLLECT {
        MATCH (:$($label) {key: $key})-[:SAME_AS*1..4]-(face)
        RETURN DISTINCT $label + ':' + face.key
        LIMIT 1000
      }
    END
RETURN suppression.key AS id;
