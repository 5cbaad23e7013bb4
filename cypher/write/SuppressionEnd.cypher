// title: Ends a suppression
MATCH (suppression:Suppression {key: $id})
SET suppression.until = $now
RETURN suppression.key AS id;
