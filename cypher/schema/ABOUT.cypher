// title: An alert is about this
// kind: investigation
// from: Alert
// to: any
CREATE CONSTRAINT ABOUT_id IF NOT EXISTS
FOR ()-[r:ABOUT]-() REQUIRE r.id IS UNIQUE;
