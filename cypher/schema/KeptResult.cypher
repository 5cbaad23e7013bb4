// title: What a rule found when a process asked it first, and the state of the graph it follows from: a run over an unchanged graph tells it again
// kind: investigation
CREATE CONSTRAINT KeptResult_key IF NOT EXISTS
FOR (n:KeptResult) REQUIRE n.key IS UNIQUE;
