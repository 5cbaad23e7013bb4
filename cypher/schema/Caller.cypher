// title: A cloud identity as an activity log names it
// kind: observed
// event: none
CREATE CONSTRAINT Caller_key IF NOT EXISTS
FOR (n:Caller) REQUIRE n.key IS UNIQUE;
