// title: Entities whose key begins with one of several texts; the labels are named so that their indexes are used
UNWIND $prefixes AS prefix
MATCH (node:Account|Caller|Command|EvidenceFile|Host|IpAddress|Operation|PowerShellSession|ScriptBlock|ScriptFile|Subscription|VirtualMachine)
WHERE node.key STARTS WITH prefix
RETURN node
LIMIT $limit;
