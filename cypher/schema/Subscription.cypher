// title: An Azure subscription
// kind: observed
CREATE CONSTRAINT Subscription_key IF NOT EXISTS
FOR (n:Subscription) REQUIRE n.key IS UNIQUE;
