// title: One run of a detection: when, over what, with what result
// kind: investigation
CREATE CONSTRAINT DetectionRun_key IF NOT EXISTS
FOR (n:DetectionRun) REQUIRE n.key IS UNIQUE;
CREATE INDEX DetectionRun_rule IF NOT EXISTS
FOR (n:DetectionRun) ON (n.rule);
