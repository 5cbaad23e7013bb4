// title: Events that are small nodes, with what they belong to: those with some ids, and those of some operations
UNWIND $wanted.ids AS id
MATCH (event:ActivityEvent|BehaviorAnomaly|DirectoryChange|FileEvent|HostEvent|ProcessEvent|SignIn {key: id})
MATCH (event)-[belongs:OF|ON|SIGNED_IN|INITIATED|SHOWED]-(subject)
RETURN [event, belongs, subject] AS path
ORDER BY event.at, event.key;

UNWIND $wanted.operations AS operation
MATCH (event:ActivityEvent)-[:OF]->(:Operation {key: operation})
MATCH (event)-[belongs:OF|ON|SIGNED_IN|INITIATED|SHOWED]-(subject)
RETURN [event, belongs, subject] AS path
ORDER BY event.at, event.key;
