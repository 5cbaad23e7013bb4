// title: When the alerts of a rule were last raised, changed by what was found, or withdrawn (stamp: another one is news for the rules that read alerts), and when anybody worked on them (worked)
// kind: investigation
CREATE CONSTRAINT Alerting_key IF NOT EXISTS
FOR (n:Alerting) REQUIRE n.key IS UNIQUE;
