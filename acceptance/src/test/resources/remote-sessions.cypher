MATCH (session:PowerShellSession {remote: true})-[:ON]->(host:Host)
RETURN session.key AS key,
       session.hostId AS hostId,
       session.user AS user,
       host.names AS hosts,
       COLLECT {
         MATCH (session)-[:RAN]->(command:Command)
         RETURN DISTINCT command.key
       } AS commands
