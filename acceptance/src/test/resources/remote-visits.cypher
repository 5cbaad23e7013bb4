MATCH (source:Host)-[visit:REMOTED]->(target:Host)
RETURN visit.sourceIp AS sourceIp,
       visit.image AS image,
       visit.logonId AS logonId,
       visit.ambiguous AS ambiguous,
       visit.reason AS reason,
       visit.confidence AS confidence,
       visit.sessions AS sessions,
       target.names AS targets,
       source.names AS sources,
       COLLECT { MATCH (account:Account {identity: visit.user}) UNWIND account.names AS name RETURN DISTINCT name } AS users,
       COLLECT {
         MATCH (session:PowerShellSession {hostId: visit.hostId})-[:OPENED_FROM]->(address:IpAddress)
         RETURN address.key
       } AS addresses
