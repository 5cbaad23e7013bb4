// title: The account it ran as
// from: PowerShellSession
// why: With whose rights did it run?
MATCH (account:Account)-[opened:OPENED]->(session:PowerShellSession {key: $key})
RETURN [session, opened, account] AS path
ORDER BY account.key
LIMIT $limit;

// fires on: a session that an account opened
CREATE (:Account {key: 'name:nt authority\\system'})-[:OPENED {id: 'l1', by: 'sessions'}]->(:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')});

// stays quiet on: a session without an account
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})
CREATE (:Account {key: 'name:contoso\\svc'});
