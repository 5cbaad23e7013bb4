// title: Commands that PowerShell ran whose line contains every one of several lower-case words, in no order
MATCH (host:Host)-[run:EXECUTED]->(command:Command)
WHERE all(word IN $words WHERE toLower(coalesce(run.command, '') + ' ' + coalesce(run.commandLine, '')) CONTAINS word)
RETURN host, run, command
LIMIT $limit;
