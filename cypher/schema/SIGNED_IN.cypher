// title: A caller signed in, or tried to; one relationship per event
// kind: observed
// event: relation
// from: Caller
// to: SignIn
CREATE CONSTRAINT SIGNED_IN_id IF NOT EXISTS
FOR ()-[r:SIGNED_IN]-() REQUIRE r.id IS UNIQUE;
