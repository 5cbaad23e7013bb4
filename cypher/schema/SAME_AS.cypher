// title: Two names of one machine, account or caller, or what two logs saw of one session
// kind: derived
// from: Host, Account, Caller, PowerShellSession
// to: Host, Account, Caller, PowerShellSession
CREATE CONSTRAINT SAME_AS_id IF NOT EXISTS
FOR ()-[r:SAME_AS]-() REQUIRE r.id IS UNIQUE;
