// title: What a rule about remote PowerShell asks of a session, one step after the other
// steps: it had to do with a PowerShell session; that was opened from another machine; and an account is known for it
UNWIND $sessions AS key
MATCH (session:PowerShellSession {key: key})
RETURN session.key AS key;

UNWIND $sessions AS key
MATCH (session:PowerShellSession {key: key, remote: true})
RETURN session.key AS key;

UNWIND $sessions AS key
MATCH (session:PowerShellSession {key: key, remote: true})
WHERE EXISTS { (:Account)-[:OPENED]->(session) }
RETURN session.key AS key;
