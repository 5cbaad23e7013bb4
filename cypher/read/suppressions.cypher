// title: Suppressions of a rule, or all, with how many alerts each hid; the latest to end first
MATCH (suppression:Suppression)
WHERE $rule IS NULL OR suppression.rule = $rule
RETURN suppression, COUNT { (suppression)-[:HID]->(:Alert) } AS hidden
ORDER BY suppression.until DESC, suppression.key;
