// title: Processes whose command line contains every one of several lower-case words, in no order
MATCH (event:ProcessEvent)-[on:ON]->(host:Host)
WHERE all(word IN $words WHERE toLower(coalesce(event.commandLine, '')) CONTAINS word)
RETURN host, on, event
LIMIT $limit;
