// title: What one principal did, operation by operation
// severity: informational
// attack: T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization Caller|callerObjectId]
// sources: AzureActivity
// parameters: caller = required — the principal: its principal name, object id or application id, in any case
// schedule: 1d
// tried with: caller=Mallory@contoso.com
// alert: {Caller} did {OperationNameValue} {Operations} times from {IPs} addresses
// why: The first question about a suspicious principal is what it did, from where, and what of that is new. A row is one operation
//   with how often it was asked for (steps of one correlation id are one), how these ended, the days and the addresses. Everything
//   under any name of the principal counts. `--from` and `--to` are the time that is asked for, its end left out; addresses and
//   operations are new when the principal never showed them before `--from`. A look-up: it raises no alert.
// blind spots: what is not in the activity log: reads, and operations on data. Without `--from` nothing can be new.
// false positives: none: it says what happened, not that it is bad.
// triage: Look at what is new first, then at failures, then at what was done on one day only.
// steps: operation-of-caller
MATCH (named:Caller)
WHERE named.key IN ['upn:' + toLower($caller), 'oid:' + toLower($caller), 'app:' + toLower($caller)]
WITH collect(DISTINCT coalesce(named.identity, named.key)) AS identities
UNWIND identities AS identity
MATCH (face:Caller)
WHERE face.identity = identity OR face.key = identity
WITH identity, collect(DISTINCT face) AS faces
WITH identity, faces,
     COLLECT {
       UNWIND faces AS face
       MATCH (face)-[asked:INVOKED]->(operation:Operation)
       WHERE asked.at < $from
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WHERE came.id = asked.id
       RETURN DISTINCT ip.key
     } AS oldAddresses,
     head([face IN faces WHERE face.key STARTS WITH 'upn:'] + faces) AS caller
UNWIND faces AS face
MATCH (face)-[asked:INVOKED]->(operation:Operation)
MATCH (event:ActivityEvent {key: asked.id})
WITH identity, caller, oldAddresses, event, operation, asked,
     ($from IS NULL OR event.at >= $from) AND ($to IS NULL OR event.at < $to) AS inside,
     head(COLLECT {
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WHERE came.id = asked.id
       RETURN ip.key
     }) AS address
ORDER BY event.at, event.key
WITH caller, oldAddresses,
     event.operation AS OperationNameValue,
     count(DISTINCT CASE WHEN inside THEN CASE WHEN operation.correlationId = '' THEN operation.key ELSE operation.correlationId END END) AS Operations,
     count(DISTINCT CASE WHEN inside AND operation.outcome = 'SUCCEEDED' THEN operation END) AS succeeded,
     count(DISTINCT CASE WHEN inside AND operation.outcome = 'FAILED' THEN operation END) AS failed,
     count(DISTINCT CASE WHEN inside AND operation.outcome = 'UNFINISHED' THEN operation END) AS unfinished,
     min(CASE WHEN inside THEN event.at END) AS FirstExecution,
     max(CASE WHEN inside THEN event.at END) AS LastExecution,
     collect(DISTINCT CASE WHEN inside THEN address END) AS IPUsed,
     max(CASE WHEN inside THEN coalesce(event.CategoryValue, event.Category, '') END) AS max_Category,
     count(DISTINCT CASE WHEN inside THEN date(event.at) END) AS activeDays,
     count(CASE WHEN event.at < $from THEN 1 END) AS before,
     collect(DISTINCT CASE WHEN inside THEN operation END) AS operations,
     collect(CASE WHEN inside THEN asked END) AS invokes,
     collect(CASE WHEN inside THEN event END) AS events
WHERE Operations > 0
RETURN OperationNameValue AS OperationNameValue,
       Operations AS Operations,
       size(IPUsed) AS IPs,
       FirstExecution AS FirstExecution,
       LastExecution AS LastExecution,
       IPUsed AS IPUsed,
       max_Category AS max_Category,
       duration.inSeconds(FirstExecution, LastExecution).seconds / 86400 AS DaysDelta,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       succeeded AS succeeded,
       failed AS failed,
       unfinished AS unfinished,
       activeDays AS activeDays,
       CASE WHEN $from IS NOT NULL THEN [ip IN IPUsed WHERE NOT ip IN oldAddresses] END AS newIPs,
       CASE WHEN $from IS NOT NULL THEN before = 0 END AS newOperation,
       coll.distinct([operation IN operations | operation.resourceId])[0..100] AS resourceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       [caller] AS subjects,
       [caller] + invokes[0..20] + operations[0..20] AS path,
       coll.flatten([event IN events | event.evidence])[0..200] AS evidence,
       FirstExecution AS at,
       head(events).key AS firstEvent
ORDER BY FirstExecution, OperationNameValue;

// fires on: a principal with one operation, its name in another case
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);

// stays quiet on: the operation of somebody else
MERGE (caller:Caller {key: 'upn:alice@contoso.com'})
  ON CREATE SET caller.names = ['alice@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '203.0.113.9'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);
