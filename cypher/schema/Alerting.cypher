// title: How often alerts of a rule were raised, changed by what was found, or withdrawn (changes: one more is news for the rules that read alerts), and how often anybody worked on them (work)
// kind: investigation
CREATE CONSTRAINT Alerting_key IF NOT EXISTS
FOR (n:Alerting) REQUIRE n.key IS UNIQUE;
