// title: Nodes of any label that have a key; the labels are named so that their indexes are used
MATCH (node:Account|ActivityDay|ActivityEvent|Alert|Alerting|BehaviorAnomaly|Caller|Command|Coverage|DetectionRun|DirectoryChange|EvidenceFile|FileEvent|Host|HostEvent|IpAddress|KeptResult|Linking|Operation|PowerShellSession|ProcessEvent|Reject|ScriptBlock|ScriptFile|SignIn|Subscription|Suppression|TriedRule|Variant|VirtualMachine|WatchLease|WatchedFile {key: $key})
RETURN node
ORDER BY labels(node)[0]
LIMIT 50;
