// title: What a rule about changes of the directory asks, one step after the other
// steps: the directory was changed by it or for it; and the change succeeded
UNWIND $changes AS key
MATCH (change:DirectoryChange {key: key})
RETURN change.key AS key;

UNWIND $changes AS key
MATCH (change:DirectoryChange {key: key, succeeded: true})
RETURN change.key AS key;
