// title: Which text of an analyst's own rule did what its examples say, and with which program: it is not tried again
// kind: investigation
CREATE CONSTRAINT TriedRule_key IF NOT EXISTS
FOR (n:TriedRule) REQUIRE n.key IS UNIQUE;
