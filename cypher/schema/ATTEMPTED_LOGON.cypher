// title: An account tried to log on to a host; one relationship per event
// kind: observed
// event: carrier
// from: Account
// to: Host
CREATE CONSTRAINT ATTEMPTED_LOGON_id IF NOT EXISTS
FOR ()-[r:ATTEMPTED_LOGON]-() REQUIRE r.id IS UNIQUE;
