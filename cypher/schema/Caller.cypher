// title: A cloud identity as a log names it
// kind: observed
// event: none
// facts: identity
CREATE CONSTRAINT Caller_key IF NOT EXISTS
FOR (n:Caller) REQUIRE n.key IS UNIQUE;
CREATE INDEX Caller_identity IF NOT EXISTS
FOR (n:Caller) ON (n.identity);
