// title: What a rule found when it was last asked from a command line, and the state of the graph it follows from: a run over an unchanged graph tells it again
// kind: investigation
CREATE CONSTRAINT KeptResult_key IF NOT EXISTS
FOR (n:KeptResult) REQUIRE n.key IS UNIQUE;
