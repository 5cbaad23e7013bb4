// title: What a rule about files of Run Command asks of an operation, one step after the other
// steps: it took part in a Run Command; where a script was dropped by it
UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command'})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command'})
WHERE EXISTS { (operation)-[:DROPPED]->(:ScriptFile) }
RETURN operation.key AS key;
