// title: One BehaviorAnalytics record, with its columns
// kind: observed
// event: carrier
CREATE CONSTRAINT BehaviorAnomaly_key IF NOT EXISTS
FOR (n:BehaviorAnomaly) REQUIRE n.key IS UNIQUE;
CREATE INDEX BehaviorAnomaly_uncommon_at IF NOT EXISTS
FOR (n:BehaviorAnomaly) ON (n.uncommon, n.at);
