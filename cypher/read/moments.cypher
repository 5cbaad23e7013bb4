// title: Events that operations are made of, that sessions ran and that lines of the canvas stand for; the earliest first
UNWIND $wanted.operations AS operation
MATCH (event:ActivityEvent)-[:OF]->(:Operation {key: operation})
RETURN event.key AS id, event.at AS at, 'ActivityEvent' AS kind, event.status AS text, ['Operation:' + operation] AS about
ORDER BY at, id
LIMIT $limit;

UNWIND $wanted.sessions AS session
MATCH (:PowerShellSession {key: session})-[ran:RAN]->(command:Command)
RETURN ran.id AS id, ran.at AS at, 'RAN' AS kind, coalesce(ran.command, command.key) AS text, ['PowerShellSession:' + session, 'Command:' + command.key] AS about
ORDER BY at, id
LIMIT $limit;

UNWIND range(0, size($wanted.lines) - 1) AS position
WITH $wanted.lines[position] AS line
MATCH (from:$(line.fromLabel) {key: line.from})-[event:$(line.type)]->(to:$(line.toLabel) {key: line.to})
WHERE event.at IS NOT NULL
RETURN event.id AS id, event.at AS at, line.type AS kind, coalesce(event.command, event.logonType) AS text, [line.fromLabel + ':' + line.from, line.toLabel + ':' + line.to] AS about
ORDER BY at, id
LIMIT $limit;
