// title: Two names of one machine, account or caller
// kind: derived
// from: Host, Account, Caller
// to: Host, Account, Caller
CREATE CONSTRAINT SAME_AS_id IF NOT EXISTS
FOR ()-[r:SAME_AS]-() REQUIRE r.id IS UNIQUE;
