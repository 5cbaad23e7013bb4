// title: Hosts that executed it
// from: Command
// why: Is this command rare, and where else was it seen? Each host with its first and latest
//   execution, fewest first.
MATCH (host:Host)-[executed:EXECUTED]->(command:Command {key: $key})
ORDER BY executed.at, executed.id
WITH command, host, collect(executed) AS executions
RETURN [command, host] + coll.distinct([head(executions), last(executions)]) AS path
ORDER BY size(executions), host.key
LIMIT $limit;

// fires on: a command that one host executed twice
CREATE (host:Host {key: 'device:d1'})
CREATE (command:Command {key: 'get-process'})
CREATE (host)-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(command)
CREATE (host)-[:EXECUTED {id: 'e2', at: datetime('2026-03-01T10:00:13Z')}]->(command);

// stays quiet on: a command known from a session only
CREATE (:PowerShellSession {key: 'p1', start: datetime('2026-03-01T10:00:12Z')})-[:RAN {id: 'e1', by: 'sessions', at: datetime('2026-03-01T10:00:13Z')}]->(:Command {key: 'get-process'});
