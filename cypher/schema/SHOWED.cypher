// title: A caller did what the analysis of behavior noted; one relationship per event
// kind: observed
// event: relation
// from: Caller
// to: BehaviorAnomaly
CREATE CONSTRAINT SHOWED_id IF NOT EXISTS
FOR ()-[r:SHOWED]-() REQUIRE r.id IS UNIQUE;
