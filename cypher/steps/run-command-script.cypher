// title: What a rule about scripts of Run Command asks of an operation, one step after the other
// steps: it took part in a Run Command; that succeeded; on a VM whose host has logs here; where a script was dropped by it;
//   and that script was seen to run
UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command'})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command', outcome: 'SUCCEEDED'})
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command', outcome: 'SUCCEEDED'})
WHERE EXISTS { (operation)-[:TARGETED]->(:VirtualMachine)-[:IS]->(:Host) }
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command', outcome: 'SUCCEEDED'})
WHERE EXISTS { (operation)-[:DROPPED]->(:ScriptFile) }
RETURN operation.key AS key;

UNWIND $operations AS key
MATCH (operation:Operation {key: key, family: 'run-command', outcome: 'SUCCEEDED'})
WHERE EXISTS { (operation)-[:DROPPED]->(:ScriptFile)-[:RAN_AS]->(:PowerShellSession) }
RETURN operation.key AS key;
