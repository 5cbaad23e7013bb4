// title: A Windows or directory account as a host names it
// kind: observed
// event: none
// facts: identity
CREATE CONSTRAINT Account_key IF NOT EXISTS
FOR (n:Account) REQUIRE n.key IS UNIQUE;
CREATE INDEX Account_identity IF NOT EXISTS
FOR (n:Account) ON (n.identity);
