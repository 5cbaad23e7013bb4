// title: What a detection found, with the reasons
// kind: investigation
CREATE CONSTRAINT Alert_key IF NOT EXISTS
FOR (n:Alert) REQUIRE n.key IS UNIQUE;
CREATE INDEX Alert_rule IF NOT EXISTS
FOR (n:Alert) ON (n.rule);
