// title: A Windows or directory account as a host names it
// kind: observed
CREATE CONSTRAINT Account_key IF NOT EXISTS
FOR (n:Account) REQUIRE n.key IS UNIQUE;
