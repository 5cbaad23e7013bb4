// title: Sensitive operations, by principal and hour
// severity: low
// attack: T1651, T1078.004, T1552, T1485, T1578, T1098.003
// needs: AzureActivity[OperationNameValue|OperationName|Authorization Caller|callerObjectId]
// sources: AzureActivity
// parameters: operation = "" — only this operation, watched for or not;
//   window = "" — only so long before now, such as 3d or 12h, the whole graph when empty;
//   quantity = 10 — so many of one kind in an hour raise the severity by one step
// schedule: 1h
// alert: {Caller}: {meaning} ({OperationNameValue}, {outcomes} in an hour{habit})
// why: A few operations copy secrets, destroy, weaken what would save the day, or lead from the cloud into a machine. A row counts one
//   of them for one principal in one hour, under either spelling, with what it means; attempts that failed count. How urgent it is
//   follows from the operation; a step lower for what the principal did on three earlier days or more, a step higher in quantity.
// blind spots: operations on data, which the activity log does not have; the same aim by an operation that is not in the list.
// false positives: deployments and their pipelines write extensions, roles and policies all day; backup software takes snapshots.
// triage: Is there a change? What else did the principal do in that hour: caller-profile. For keys and secrets: what used them since?
// steps: operation-watched
// then: SensitiveOperations
WITH [
  {operation: 'microsoft.storage/storageaccounts/listkeys/action', meaning: 'copies of storage keys', urgency: 'low'},
  {operation: 'microsoft.web/sites/functions/listsecrets/action', meaning: 'secrets of a hosted site', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachines/delete', meaning: 'destruction, in quantity', urgency: 'low'},
  {operation: 'microsoft.recoveryservices/vaults/backuppolicies/write', meaning: 'retention tampering', urgency: 'medium'},
  {operation: 'microsoft.recoveryservices/vaults/delete', meaning: 'backups gone', urgency: 'medium'},
  {operation: 'microsoft.compute/virtualmachines/runcommand/action', meaning: 'code on a machine; the rules on Run Command look closer', urgency: 'informational'},
  {operation: 'microsoft.compute/virtualmachines/runcommands/write', meaning: 'code on a machine that stays as an object', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachines/runcommands/delete', meaning: 'the object of a run command removed', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommand/action', meaning: 'code on an instance of a scale set', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommands/write', meaning: 'code on an instance of a scale set that stays as an object', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachines/extensions/write', meaning: 'code or a password reset through an extension', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachines/extensions/delete', meaning: 'an extension removed', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachinescalesets/extensions/write', meaning: 'code on all instances of a scale set', urgency: 'low'},
  {operation: 'microsoft.compute/virtualmachines/write', meaning: 'machine applications or user data', urgency: 'informational'},
  {operation: 'microsoft.compute/galleries/applications/versions/write', meaning: 'an application that machines will install', urgency: 'medium'},
  {operation: 'microsoft.containerservice/managedclusters/runcommand/action', meaning: 'code in a cluster', urgency: 'medium'},
  {operation: 'microsoft.serialconsole/serialports/connect/action', meaning: 'a console past the network', urgency: 'medium'},
  {operation: 'microsoft.compute/virtualmachines/retrievebootdiagnosticsdata/action', meaning: 'console log and screenshot taken', urgency: 'low'},
  {operation: 'microsoft.hybridcompute/machines/runcommands/write', meaning: 'code on a machine outside Azure', urgency: 'low'},
  {operation: 'microsoft.hybridcompute/machines/extensions/write', meaning: 'code on a machine outside Azure through an extension', urgency: 'low'},
  {operation: 'microsoft.automation/automationaccounts/runbooks/draft/write', meaning: 'code for hybrid workers', urgency: 'low'},
  {operation: 'microsoft.automation/automationaccounts/runbooks/write', meaning: 'code for hybrid workers', urgency: 'low'},
  {operation: 'microsoft.automation/automationaccounts/runbooks/publish/action', meaning: 'code for hybrid workers made ready', urgency: 'low'},
  {operation: 'microsoft.automation/automationaccounts/webhooks/write', meaning: 'a way to start a runbook from anywhere', urgency: 'medium'},
  {operation: 'microsoft.automation/automationaccounts/jobs/write', meaning: 'a runbook started', urgency: 'informational'},
  {operation: 'microsoft.network/bastionhosts/createshareablelinks/action', meaning: 'a link to a machine for anybody', urgency: 'medium'},
  {operation: 'microsoft.network/bastionhosts/getshareablelinks/action', meaning: 'links to machines read', urgency: 'medium'},
  {operation: 'microsoft.authorization/elevateaccess/action', meaning: 'all subscriptions taken', urgency: 'high'},
  {operation: 'microsoft.authorization/roleassignments/write', meaning: 'rights granted', urgency: 'low'},
  {operation: 'microsoft.authorization/policyassignments/write', meaning: 'a policy that may deploy', urgency: 'low'},
  {operation: 'microsoft.compute/snapshots/write', meaning: 'a copy of a disk', urgency: 'low'},
  {operation: 'microsoft.compute/disks/begingetaccess/action', meaning: 'a disk opened for download', urgency: 'medium'}
] AS list
UNWIND list + CASE
  WHEN $operation = '' OR any(known IN list WHERE known.operation = toLower($operation)) THEN []
  ELSE [{operation: toLower($operation), meaning: 'asked for', urgency: 'informational'}]
END AS watched
WITH watched
WHERE $operation = '' OR watched.operation = toLower($operation)
MATCH (event:ActivityEvent {operation: watched.operation})-[:OF]->(operation:Operation)
WITH watched, operation, collect(event) AS events
WITH watched, operation, events,
     head(COLLECT {
       MATCH (:Caller)-[asked:INVOKED]->(operation)
       RETURN asked
       ORDER BY asked.at, asked.id
       LIMIT 1
     }) AS invoked
ORDER BY operation.start, operation.key
WITH watched,
     coalesce(startNode(invoked).identity, startNode(invoked).key, '') AS principal,
     datetime.truncate('hour', operation.start) AS hour,
     collect(operation) AS operations,
     [asked IN collect(invoked) | asked] AS invokes,
     coll.flatten(collect(events)) AS events
WITH *,
     startNode(head(invokes)) AS caller,
     operations[0..10] AS shown,
     invokes[0..10] AS asked,
     coll.sort([event IN events | toString(event.at) + ' ' + event.key]) AS ids
WITH *,
     COLLECT {
       UNWIND shown AS operation
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WITH ip, came
       ORDER BY came.at, came.id
       WITH ip, head(collect(came)) AS from
       RETURN from
       ORDER BY from.at, ip.key
     } AS froms,
     COLLECT {
       UNWIND shown AS operation
       MATCH (operation)-[aim:TARGETED]->(:VirtualMachine)
       WITH operation, aim
       ORDER BY aim.at, aim.id
       WITH operation, head(collect(aim)) AS targeted
       RETURN targeted
       ORDER BY targeted.at, targeted.id
     } AS aims
RETURN hour AS hour,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       watched.operation AS OperationNameValue,
       head(operations).family AS family,
       watched.meaning AS meaning,
       size(operations) AS Operations,
       [operation IN operations | operation.outcome] AS outcomes,
       size(coll.distinct([operation IN operations | operation.resourceId])) AS resources,
       0 AS daysBefore,
       coll.distinct(coll.flatten([operation IN operations | operation.ips])) AS CallerIpAddress,
       head(operations).start AS StartTime,
       last(operations).start AS EndTime,
       watched.urgency AS severity,
       coll.distinct([operation IN operations | operation.resourceId]) AS resourceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       principal,
       '' AS habit,
       [node IN [caller] WHERE node IS NOT NULL] + CASE WHEN caller IS NULL THEN [head(operations)] ELSE [] END AS subjects,
       [element IN [caller] + asked + shown + froms + [from IN froms | endNode(from)] + aims + [aim IN aims | endNode(aim)]
         WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence])[0..200] AS evidence,
       head(operations).start AS at,
       last(split(head(ids), ' ')) AS firstEvent;

// fires on: a backup vault that is deleted
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.recoveryservices/vaults/v1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.recoveryservices/vaults/v1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.recoveryservices/vaults/delete', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);

// stays quiet on: a backup vault that is read
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.recoveryservices/vaults/v1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.recoveryservices/vaults/v1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.recoveryservices/vaults/read', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);
