// title: One record of a sign-in to the directory, with its columns
// kind: observed
// event: carrier
CREATE CONSTRAINT SignIn_key IF NOT EXISTS
FOR (n:SignIn) REQUIRE n.key IS UNIQUE;
CREATE INDEX SignIn_ServicePrincipalId IF NOT EXISTS
FOR (n:SignIn) ON (n.ServicePrincipalId);
CREATE INDEX SignIn_risky_at IF NOT EXISTS
FOR (n:SignIn) ON (n.risky, n.at);
