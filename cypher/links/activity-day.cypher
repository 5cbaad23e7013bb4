// title: What each caller did in each subscription, day by day
// why: Whether an operation is unusual depends on weeks of others. Counted once a day, they need not be read again for each run. Only
//   operations that succeeded count, once each, however many records they left: who merely tried is not at home. A network is the
//   first 16 bits of an IPv4 address, the first 64 of an IPv6 one.
// needs: operation-outcome, caller-identity
// adds: ActivityDay
// then: ActivityDays
MATCH (operation:Operation {outcome: 'SUCCEEDED'})
WITH operation,
     head(COLLECT {
       MATCH (caller:Caller)-[asked:INVOKED]->(operation)
       RETURN coalesce(caller.identity, caller.key)
       ORDER BY asked.at, asked.id
       LIMIT 1
     }) AS principal
WHERE principal IS NOT NULL
  AND operation.resourceId CONTAINS '/subscriptions/'
RETURN split(split(operation.resourceId, '/subscriptions/')[1], '/')[0] AS subscription,
       principal,
       datetime.truncate('day', operation.start) AS day,
       operation.ips AS ips,
       count(*) AS operations,
       count(CASE
         WHEN operation.operation STARTS WITH 'microsoft.compute/virtualmachines/'
           OR operation.operation STARTS WITH 'microsoft.compute/virtualmachinescalesets/'
           OR operation.operation STARTS WITH 'microsoft.hybridcompute/machines/' THEN 1
       END) AS onMachines,
       count(CASE WHEN operation.family = 'run-command' THEN 1 END) AS runCommands;

MATCH (day:ActivityDay)
RETURN day.key AS id,
       day.subscription AS subscription,
       day.principal AS principal,
       day.day AS day,
       day.networks AS networks,
       day.operations AS operations,
       day.onMachines AS onMachines,
       day.runCommands AS runCommands;

UNWIND $rows AS row
MERGE (day:ActivityDay {key: row.id})
SET day.by = 'activity-day',
    day.subscription = row.subscription,
    day.principal = row.principal,
    day.day = row.day,
    day.networks = row.networks,
    day.operations = row.operations,
    day.onMachines = row.onMachines,
    day.runCommands = row.runCommands;

UNWIND $ids AS id
MATCH (day:ActivityDay {key: id})
DETACH DELETE day;

// fires on: an operation that succeeded
CREATE (o:Operation {key: 'c1|/subscriptions/s1/vm', correlationId: 'c1', resourceId: '/subscriptions/s1/vm'})
CREATE (:Caller {key: 'upn:alice@contoso.com', names: ['alice@contoso.com']})-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/start/action'})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);

// stays quiet on: an operation that failed
CREATE (o:Operation {key: 'c1|/subscriptions/s1/vm', correlationId: 'c1', resourceId: '/subscriptions/s1/vm'})
CREATE (:Caller {key: 'upn:alice@contoso.com', names: ['alice@contoso.com']})-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'FAILURE', operation: 'microsoft.compute/virtualmachines/start/action'})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);
