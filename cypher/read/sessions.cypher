// title: PowerShell sessions with the host each ran on, the machine that this is, and the account that opened it
UNWIND $wanted.keys AS key
MATCH (session:PowerShellSession {key: key})-[stands:ON]->(host:Host)
OPTIONAL MATCH (account:Account)-[opened:OPENED]->(session)
OPTIONAL MATCH (host)-[same:SAME_AS]-(machine:Host {key: host.machine})
RETURN [session, stands, host] + [part IN [opened, account, same, machine] WHERE part IS NOT NULL] AS path
ORDER BY session.start, session.key, account.key;
