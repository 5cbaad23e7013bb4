// title: An operation, sign-in or anomaly came from an address; one relationship per event
// kind: observed
// event: relation
// from: Operation, SignIn, BehaviorAnomaly
// to: IpAddress
CREATE CONSTRAINT FROM_id IF NOT EXISTS
FOR ()-[r:FROM]-() REQUIRE r.id IS UNIQUE;
