// title: When the alerts of a rule were last raised, changed by what was found, or withdrawn: another stamp is news for the rules that read alerts
// kind: investigation
CREATE CONSTRAINT Alerting_key IF NOT EXISTS
FOR (n:Alerting) REQUIRE n.key IS UNIQUE;
