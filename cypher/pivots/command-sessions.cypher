// title: Sessions that ran it
// from: Command
// why: Which sessions ran this command, and as whom? Newest first.
MATCH (session:PowerShellSession)-[ran:RAN]->(command:Command {key: $key})
WITH command, session, collect(ran) AS runs, max(ran.at) AS latest
OPTIONAL MATCH (account:Account)-[opened:OPENED]->(session)
RETURN [command, session] + runs + [part IN [opened, account] WHERE part IS NOT NULL] AS path
ORDER BY latest DESC, session.key, account.key
LIMIT $limit;

// fires on: a session without an account
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:RAN {id: 'e1', by: 'sessions', at: datetime('2026-03-01T10:00:13Z')}]->(:Command {key: 'get-process'});

// stays quiet on: a command outside any session
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T12:00:00Z')}]->(:Command {key: 'get-process'});
