// title: Two names of one machine or account
// kind: derived
// from: Host, Account
// to: Host, Account
CREATE CONSTRAINT SAME_AS_id IF NOT EXISTS
FOR ()-[r:SAME_AS]-() REQUIRE r.id IS UNIQUE;
