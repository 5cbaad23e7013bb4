// title: Which spellings of the activity log each subscription sends
// severity: informational
// attack: none
// needs: AzureActivity[SubscriptionId|_SubscriptionId|_ResourceId|ResourceId|Authorization]
// sources: AzureActivity
// parameters: none
// schedule: 1d
// alert: {_SubscriptionId} sends {Events} activity records in {encodings} encodings
// why: Azure writes the activity log in two ways, of different spelling and different columns, often both in one subscription. A
//   detection made for one is silent on the other, and silence looks like peace. A row counts both for one subscription, and warns
//   where rules as they were published cannot match what is there. The rules here read both: the row is for those who run the
//   published ones elsewhere. It raises no alert.
// blind spots: subscriptions of which nothing was ingested. A record that names its subscription only in a column which its
//   export left out counts as one of no subscription; where other records have the column nothing else tells of it.
// false positives: none: it counts.
// triage: Where it warns, look at what the published rules missed: detect --mode diff.
// steps: operation-subscription
// then: Encodings
MATCH (event:ActivityEvent)
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
WITH coalesce(event.subscription, '') AS subscription,
     CASE WHEN coalesce(event.Claims, '') = '' THEN 0 ELSE 1 END AS claims,
     CASE
       WHEN coalesce(event.OperationNameValue, '') = '' THEN 'none'
       WHEN event.OperationNameValue = toUpper(event.OperationNameValue) THEN 'upper'
       ELSE 'mixed'
     END AS spelling,
     toLower(coalesce(event.ActivityStatusValue, '')) AS status,
     coalesce(event.OperationName, '') <> '' AS legacy,
     event
WITH subscription,
     max(claims) AS newConnector,
     count(*) AS events,
     sum(claims) AS withClaims,
     count(CASE WHEN spelling = 'upper' THEN 1 END) AS upper,
     count(CASE WHEN spelling = 'mixed' THEN 1 END) AS mixed,
     count(CASE WHEN status IN ['start', 'accept', 'success', 'failure'] THEN 1 END) AS short,
     count(CASE WHEN status IN ['started', 'accepted', 'succeeded', 'failed'] THEN 1 END) AS long,
     count(CASE WHEN legacy THEN 1 END) AS legacyColumns,
     min(event.at) AS first,
     max(event.at) AS latest,
     min([event.at, event.key])[1] AS firstKey
WITH *,
     head(COLLECT {
       MATCH (event:ActivityEvent {key: firstKey})
       RETURN event
     }) AS one
RETURN subscription AS _SubscriptionId,
       newConnector AS NewConnector,
       events AS Events,
       withClaims AS withClaims,
       events - withClaims AS withoutClaims,
       upper AS upperCaseOperations,
       mixed AS mixedCaseOperations,
       short AS shortStatuses,
       long AS longStatuses,
       events - short - long AS otherStatuses,
       legacyColumns AS legacyColumns,
       first AS FirstEvent,
       latest AS LastEvent,
       0 AS encodings,
       [] AS warnings,
       CASE WHEN subscription = '' THEN '' ELSE '/subscriptions/' + subscription END AS resourceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       [one] AS subjects,
       [one] + COLLECT { MATCH (one)-[:OF]->(operation:Operation) RETURN operation } AS path,
       one.evidence AS evidence,
       first AS at,
       one.key AS firstEvent
ORDER BY _SubscriptionId;

// fires on: one activity record
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

// stays quiet on: a graph without activity records
CREATE (:Host {key: 'host:srv1', names: ['srv1']});
