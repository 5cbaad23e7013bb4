// title: In how many alerts of a rule entities are
UNWIND $wanted.entities AS entity
MATCH (alert:Alert {rule: $rule})
RETURN entity, count(*) AS alerts, sum(CASE WHEN entity IN alert.nodes THEN 1 ELSE 0 END) AS having;
