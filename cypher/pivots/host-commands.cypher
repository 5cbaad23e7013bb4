// title: PowerShell commands on it
// from: Host
// why: What ran here? Rare commands first: each with its first and latest execution.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[executed:EXECUTED]->(command:Command)
ORDER BY executed.at, executed.id
WITH way, command, collect(executed) AS executions
RETURN nodes(way) + relationships(way) + [command] + coll.distinct([head(executions), last(executions)]) AS path
ORDER BY size(executions), command.key
LIMIT $limit;

// fires on: a host with one command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});

// stays quiet on: a command of another host
CREATE (:Host {key: 'device:d1'})
CREATE (:Command {key: 'get-process'});
