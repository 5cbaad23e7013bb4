// title: Nodes of any label that have a key; the labels are named so that their indexes are used
MATCH (node:Account|ActivityEvent|Alert|Caller|Command|DetectionRun|EvidenceFile|FileEvent|Host|HostEvent|IpAddress|Operation|PowerShellSession|Reject|ScriptFile|Subscription|VirtualMachine {key: $key})
RETURN node
ORDER BY labels(node)[0]
LIMIT 50;
