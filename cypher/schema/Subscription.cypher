// title: An Azure subscription
// kind: observed
// event: none
CREATE CONSTRAINT Subscription_key IF NOT EXISTS
FOR (n:Subscription) REQUIRE n.key IS UNIQUE;
