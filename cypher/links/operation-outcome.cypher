// title: What each cloud operation was, how it ended, when, and from where
// why: One operation is two or three activity events with one correlation id, in either of two spellings; only together do they
//   say that it succeeded. An operation without a closing event is unfinished: a straggler may still come, or the log was cut.
// needs: none
// adds: Operation.operation, Operation.family, Operation.outcome, Operation.start, Operation.end, Operation.ips
MATCH (event:ActivityEvent)-[:OF]->(operation:Operation)
WITH operation, event
ORDER BY event.at, event.key
WITH operation,
     collect(event) AS events
WITH operation, events,
     [event IN events WHERE event.status IN ['SUCCESS', 'FAILURE']] AS closing,
     [event IN events WHERE event.operation IN [
       'microsoft.compute/virtualmachines/runcommand/action',
       'microsoft.compute/virtualmachines/runcommands/write',
       'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommand/action',
       'microsoft.compute/virtualmachinescalesets/virtualmachines/runcommands/write'
     ]] AS runCommands,
     [event IN events WHERE event.operation ENDS WITH '/extensions/write'] AS extensions
RETURN operation.key AS id,
       coalesce(head(runCommands).operation, head(extensions).operation, head(events).operation, '') AS operation,
       CASE
         WHEN size(runCommands) > 0 THEN 'run-command'
         WHEN size(extensions) > 0 THEN 'extension'
         ELSE 'other'
       END AS family,
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
WHERE operation.outcome IS NOT NULL
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
