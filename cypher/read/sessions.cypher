// title: PowerShell sessions with the host each ran on and the account that opened it
UNWIND $keys AS key
MATCH (session:PowerShellSession {key: key})-[stands:ON]->(host:Host)
OPTIONAL MATCH (account:Account)-[opened:OPENED]->(session)
RETURN [session, stands, host] + [part IN [opened, account] WHERE part IS NOT NULL] AS path
ORDER BY session.start, session.key, account.key;
