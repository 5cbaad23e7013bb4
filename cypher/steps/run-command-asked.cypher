// title: What a rule about attempts at Run Command asks of an operation, one step after the other
// steps: it took part in an operation of Azure's; that was a Run Command
UNWIND $operations AS key
MATCH (operation:Operation {key: key})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command'})
RETURN operation.key AS key;
