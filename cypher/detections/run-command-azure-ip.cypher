// title: Run Command from an address of Azure or of a hosting company
// severity: low
// attack: T1651, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId CallerIpAddress]
// sources: AzureActivity
// parameters: ranges = "" — files of service tags (the weekly download of Microsoft, or any list of that shape, such as one of hosting companies), or single ranges, with commas between;
//   tags = "" — beginnings of the names of tags that count, with commas between, all when empty
// schedule: 1d
// tried with: ranges=20.51.0.0/21
// alert: {Caller} came from {IP_0_Address} ({tags}) to run a command on {VirtualMachineName}{habit}
// why: A rented machine is the cheapest way to hide where one comes from, and a virtual desktop of one's own tenant is a way to keep
//   a stolen session. Every address of an operation is looked up, IPv6 too, and its smallest range is told. Medium when the
//   principal came from elsewhere before, low when this is all that is known of it, informational when it used that range before.
// blind spots: without a file of ranges the rule sees nothing; operations whose records have no address; ranges that changed since
//   the file was published; principals whose first run was the attacker's.
// false positives: pipelines and hosted build agents, which live in Azure; administrators on virtual desktops.
// triage: Whose machine is the address: does the tenant own it? Did the principal sign in from there, with which client?
// steps: run-command-asked
// then: AzureAddresses
MATCH (operation:Operation {family: 'run-command'})
WITH operation,
     head(COLLECT {
       MATCH (:Caller)-[asked:INVOKED]->(operation)
       RETURN asked
       ORDER BY asked.at, asked.id
       LIMIT 1
     }) AS invoked,
     COLLECT {
       MATCH (operation)-[came:FROM]->(ip:IpAddress)
       WITH ip, came
       ORDER BY came.at, came.id
       WITH ip, head(collect(came)) AS first
       RETURN first
       ORDER BY first.at, ip.key
     } AS froms,
     head(COLLECT {
       MATCH (operation)-[aim:TARGETED]->(:VirtualMachine)
       RETURN aim
       ORDER BY aim.at, aim.id
       LIMIT 1
     }) AS targeted,
     COLLECT {
       MATCH (operation)<-[:OF]-(event:ActivityEvent)
       RETURN event
       ORDER BY event.at, event.key
     } AS events
WITH *,
     startNode(invoked) AS caller,
     endNode(targeted) AS vm
WITH *,
     coalesce(caller.identity, caller.key, '') AS principal,
     coalesce(vm.key, operation.resourceId) AS machine,
     COLLECT {
       MATCH (vm)-[tie:IS]->(face:Host)
       RETURN tie
       ORDER BY tie.confidence DESC, face.key
     } AS ties
WITH *,
     head(ties) AS tie,
     endNode(head(ties)) AS host
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       split(split(machine, '/subscriptions/')[1], '/')[0] AS Subscription,
       coalesce(vm.name, '') AS VirtualMachineName,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       [] AS AddressPrefixes,
       '' AS IP_0_Address,
       [] AS tags,
       operation.outcome AS outcome,
       0 AS earlierRuns,
       'low' AS severity,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN host.machine STARTS WITH 'device:' THEN substring(host.machine, 7)
         ELSE ''
       END AS deviceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       principal,
       machine,
       operation.end AS ended,
       [from IN froms | endNode(from).key] AS addresses,
       '' AS habit,
       [node IN [operation, vm] WHERE node IS NOT NULL] AS subjects,
       [element IN [caller, invoked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm, tie, host] WHERE element IS NOT NULL] AS path,
       coll.flatten([event IN events | event.evidence]) AS evidence,
       operation.start AS at,
       head(events).key AS firstEvent;

// fires on: a run command from an address of the given range
MERGE (caller:Caller {key: 'upn:mallory@contoso.com'})
  ON CREATE SET caller.names = ['mallory@contoso.com']
MERGE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
  ON CREATE SET vm.name = 'testrig1'
MERGE (ip:IpAddress {key: '20.51.3.4'})
CREATE (o:Operation {key: 'c1|/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', correlationId: 'c1', resourceId: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1'})
CREATE (caller)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (o)-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (o)-[:FROM {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(ip)
CREATE (:ActivityEvent {
  key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', subscription: 's1', evidence: []
})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o);

// stays quiet on: a run command from another address
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
