// title: What one caller did in one subscription from one network on one day, counted
// kind: derived
CREATE CONSTRAINT ActivityDay_key IF NOT EXISTS
FOR (n:ActivityDay) REQUIRE n.key IS UNIQUE;
