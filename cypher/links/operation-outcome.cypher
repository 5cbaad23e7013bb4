// title: What each cloud operation was, how it ended, when, and from where
// why: One operation is two or three activity events with one correlation id, in either of two spellings; only together do they
//   say that it succeeded. An operation without a closing event is unfinished: a straggler may still come, or the log was cut.
//   The family groups the ways from the cloud into a machine, and what prepares or follows them, whatever the service is called.
// needs: none
// adds: Operation.operation, Operation.family, Operation.outcome, Operation.start, Operation.end, Operation.ips
// per: operation
MATCH (operation:Operation)
WHERE operation.key IN $operations
MATCH (event:ActivityEvent)-[:OF]->(operation)
WITH operation, event,
     CASE
       WHEN event.operation IN [
         'microsoft.compute/virtualmachines/runcommand/action',
         'microsoft.compute/virtualmachines/runcommands/write',
         'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommand/action',
         'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommands/write',
         'microsoft.hybridcompute/machines/runcommands/write'
       ] THEN 'run-command'
       WHEN event.operation IN [
         'microsoft.compute/virtualmachines/extensions/write',
         'microsoft.compute/virtualmachinescalesets/extensions/write',
         'microsoft.compute/virtualmachinescalesets/virtualmachines/extensions/write',
         'microsoft.hybridcompute/machines/extensions/write'
       ] THEN 'extension'
       WHEN event.operation IN [
         'microsoft.compute/virtualmachines/runcommands/delete',
         'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommands/delete',
         'microsoft.hybridcompute/machines/runcommands/delete',
         'microsoft.compute/virtualmachines/extensions/delete',
         'microsoft.compute/virtualmachinescalesets/extensions/delete',
         'microsoft.compute/virtualmachinescalesets/virtualmachines/extensions/delete',
         'microsoft.hybridcompute/machines/extensions/delete'
       ] THEN 'removal'
       WHEN event.operation = 'microsoft.serialconsole/serialports/connect/action' THEN 'serial-console'
       WHEN event.operation = 'microsoft.containerservice/managedclusters/runcommand/action' THEN 'cluster-command'
       WHEN event.operation IN [
         'microsoft.automation/automationaccounts/runbooks/draft/write',
         'microsoft.automation/automationaccounts/runbooks/write',
         'microsoft.automation/automationaccounts/runbooks/publish/action',
         'microsoft.automation/automationaccounts/webhooks/write',
         'microsoft.automation/automationaccounts/jobs/write'
       ] THEN 'automation'
       WHEN event.operation = 'microsoft.compute/galleries/applications/versions/write' THEN 'gallery-application'
       WHEN event.operation = 'microsoft.compute/virtualmachines/write' THEN 'machine-write'
       WHEN event.operation = 'microsoft.compute/virtualmachines/retrievebootdiagnosticsdata/action' THEN 'boot-diagnostics'
       WHEN event.operation IN [
         'microsoft.network/bastionhosts/createshareablelinks/action',
         'microsoft.network/bastionhosts/getshareablelinks/action'
       ] THEN 'bastion-link'
       WHEN event.operation IN [
         'microsoft.authorization/elevateaccess/action',
         'microsoft.authorization/roleassignments/write',
         'microsoft.authorization/policyassignments/write'
       ] THEN 'access'
       WHEN event.operation IN [
         'microsoft.compute/snapshots/write',
         'microsoft.compute/disks/begingetaccess/action'
       ] THEN 'disk-copy'
       WHEN event.operation ENDS WITH '/listkeys/action' THEN 'key-listing'
       WHEN event.operation STARTS WITH 'microsoft.recoveryservices/' AND event.operation ENDS WITH '/delete' THEN 'backup-removal'
       ELSE 'other'
     END AS family
ORDER BY event.at, event.key
WITH operation,
     collect(event) AS events,
     collect(CASE WHEN family <> 'other' THEN {family: family, operation: event.operation} END) AS telling
WITH operation, events,
     [event IN events WHERE event.status IN ['SUCCESS', 'FAILURE']] AS closing,
     coalesce(
       head([told IN telling WHERE told.family = 'run-command']),
       head([told IN telling WHERE told.family = 'extension']),
       head(telling),
       {family: 'other', operation: head(events).operation}
     ) AS told
RETURN operation.key AS id,
       coalesce(told.operation, '') AS operation,
       told.family AS family,
       CASE last(closing).status
         WHEN 'SUCCESS' THEN 'SUCCEEDED'
         WHEN 'FAILURE' THEN 'FAILED'
         ELSE 'UNFINISHED'
       END AS outcome,
       head(events).at AS start,
       last(closing).at AS end,
       COLLECT {
         MATCH (operation)-[from:FROM]->(ip:IpAddress)
         WITH ip, min(from.at) AS first
         RETURN ip.key
         ORDER BY first, ip.key
       } AS ips;

MATCH (operation:Operation)
WHERE operation.key IN $operations
  AND operation.outcome IS NOT NULL
RETURN operation.key AS id,
       operation.operation AS operation,
       operation.family AS family,
       operation.outcome AS outcome,
       operation.start AS start,
       operation.end AS end,
       operation.ips AS ips;

UNWIND $rows AS row
MATCH (operation:Operation {key: row.id})
SET operation.operation = row.operation,
    operation.family = row.family,
    operation.outcome = row.outcome,
    operation.start = row.start,
    operation.end = row.end,
    operation.ips = row.ips;

UNWIND $ids AS id
MATCH (operation:Operation {key: id})
SET operation.operation = null,
    operation.family = null,
    operation.outcome = null,
    operation.start = null,
    operation.end = null,
    operation.ips = null;

// fires on: a run command that started and succeeded
CREATE (o:Operation {key: 'c1|/vm', correlationId: 'c1', resourceId: '/vm'})
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action'})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action'})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o);

// stays quiet on: an operation of which no event is there
CREATE (:Operation {key: 'c2|/vm', correlationId: 'c2', resourceId: '/vm'});
