// title: Keeps alerts of a rule out of the queue until a time
// kind: investigation
CREATE CONSTRAINT Suppression_key IF NOT EXISTS
FOR (n:Suppression) REQUIRE n.key IS UNIQUE;
