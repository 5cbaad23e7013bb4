// title: What a rule about any operation of Azure's asks
// steps: it took part in an operation of Azure's
UNWIND $operations AS key
MATCH (operation:Operation {key: key})
RETURN operation.key AS key;
