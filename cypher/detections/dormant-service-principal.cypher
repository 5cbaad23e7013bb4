// title: A dormant service principal was given a credential and signed in
// severity: medium
// attack: T1098.001, T1078.004
// needs: AuditLogs[OperationName TargetResources],
//   AADServicePrincipalSignInLogs[ResultType ServicePrincipalId]
// sources: AuditLogs, AADServicePrincipalSignInLogs, AzureActivity
// parameters: dormantDays = 14 — days without a successful sign-in before the change that make a service principal dormant;
//   useWithin = 24 — hours after the change in which the sign-in, and after the sign-in a Run Command, belong to it
// schedule: 1d/2d
// alert: {ServicePrincipalName} was given a credential by {Initiator} and signed in from {IPAddress}{story}
// why: Whoever can write to an application adds a secret of their own to one that nobody watches, and is that application from then
//   on, with all its roles and without a second factor. One row is one change and the first sign-in of the service principal itself
//   after it, in that order. An update of an application names the application; its application id leads to the service principal.
//   High when a Run Command of the same service principal follows.
// blind spots: a credential that is used later than useWithin, or through a managed identity; a principal that signs in all the time;
//   an update of an application whose record has no application id.
// false positives: a secret renewed for a yearly job; an application that was just registered, which is said and counts low.
// triage: Ask the initiator. Who else used the address? List the credentials of the application and remove the new one; then look at
//   what the service principal did since, here and in the mail and file logs.
// steps: directory
// then: Dormancy
MATCH (change:DirectoryChange)
WHERE (change.operation CONTAINS 'certificates and secrets management' OR change.operation CONTAINS 'service principal credentials')
  AND NOT change.operation STARTS WITH 'remove'
  AND (change.succeeded OR coalesce(change.Result, '') = '')
  AND ($from IS NULL OR change.at >= $from)
  AND ($to IS NULL OR change.at <= $to)
MATCH (change)-[hit:AFFECTED]->(target:Caller)
WITH change, target.identity AS identity, hit, target
ORDER BY target.key
WITH change, identity, head(collect(hit)) AS hit
WITH *,
     head(COLLECT {
       MATCH (:Caller {identity: identity})-[signed:SIGNED_IN]->(signIn:SignIn)
       WHERE signIn.table = 'AADServicePrincipalSignInLogs'
         AND signIn.succeeded
         AND signIn.at >= change.at
         AND signIn.at <= change.at + duration({hours: $useWithin})
         AND ($to IS NULL OR signIn.at <= $to)
       RETURN signed
       ORDER BY signIn.at, signIn.key
       LIMIT 1
     }) AS signed
WHERE signed IS NOT NULL
WITH *,
     startNode(signed) AS principal,
     endNode(signed) AS signIn,
     COLLECT {
       MATCH (:Caller {identity: identity})-[:SIGNED_IN]->(earlier:SignIn)
       WHERE earlier.succeeded
         AND earlier.at < change.at
         AND earlier.table IN ['AADServicePrincipalSignInLogs', 'AADManagedIdentitySignInLogs']
       RETURN max(earlier.at) AS latest
     } AS earlier,
     COLLECT {
       MATCH (coverage:Coverage {source: 'AADServicePrincipalSignInLogs'})
       RETURN min(coverage.first) AS first
     } AS reach,
     COLLECT {
       MATCH (:Caller {identity: identity})<-[:AFFECTED]-(made:DirectoryChange)
       WHERE made.operation IN ['add service principal', 'add application']
         AND made.at <= change.at
       RETURN max(made.at) AS latest
     } AS made,
     head(COLLECT {
       MATCH (:Caller)-[asked:INITIATED]->(change)
       RETURN asked
       ORDER BY asked.id
       LIMIT 1
     }) AS asked
WITH *,
     COLLECT {
       MATCH (:Caller {identity: identity})-[run:INVOKED]->(operation:Operation {family: 'run-command'})
       WHERE operation.start >= signIn.at - duration({seconds: 5})
         AND operation.start <= signIn.at + duration({hours: $useWithin})
       WITH operation, run
       ORDER BY run.at, run.id
       WITH operation, head(collect(run)) AS run
       RETURN run
       ORDER BY operation.start, operation.key
       LIMIT 20
     } AS runs,
     COLLECT {
       MATCH (signIn)-[came:FROM]->(:IpAddress)
       RETURN came
     } AS froms
WITH *,
     COLLECT {
       UNWIND runs AS run
       WITH endNode(run) AS operation
       MATCH (operation)-[aim:TARGETED]->(:VirtualMachine)
       RETURN aim
       ORDER BY aim.at, aim.id
       LIMIT 20
     } AS aims,
     COLLECT {
       UNWIND [endNode(hit)] + [run IN runs | startNode(run)] AS face
       MATCH (face)-[same:SAME_AS]-(principal)
       RETURN DISTINCT same
     } AS sames
RETURN change.at AS TimeGenerated,
       coalesce(change.OperationName, change.operation) AS OperationName,
       coalesce(change.Result, '') AS Result,
       coalesce(head(startNode(asked).names), startNode(asked).name, '') AS Initiator,
       coalesce(signIn.ServicePrincipalId, substring(principal.key, 4)) AS ServicePrincipalId,
       coalesce(signIn.ServicePrincipalName, head(principal.names), substring(principal.key, 4)) AS ServicePrincipalName,
       signIn.at AS TimeGenerated1,
       coalesce(endNode(head(froms)).key, signIn.IPAddress, '') AS IPAddress,
       coalesce(signIn.Location, '') AS Location,
       coalesce(signIn.ServicePrincipalId, substring(principal.key, 4)) AS AccountCustomEntity,
       coalesce(endNode(head(froms)).key, signIn.IPAddress, '') AS IPCustomEntity,
       head(earlier) AS lastSuccess,
       0 AS dormancyDays,
       [run IN runs | endNode(run).resourceId] AS runCommands,
       coalesce(endNode(head(runs)).resourceId, '') AS resourceId,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       'medium' AS severity,
       '' AS story,
       change.at AS returned,
       head(reach) AS logsFrom,
       head(made) AS made,
       size(runs) AS followed,
       '' AS dormantFor,
       [principal] AS subjects,
       [element IN [startNode(asked), asked, change, hit, endNode(hit)] + sames + [principal, signed, signIn] + froms
         + [from IN froms | endNode(from)] + [run IN runs | startNode(run)] + runs + [run IN runs | endNode(run)] + aims
         + [aim IN aims | endNode(aim)] WHERE element IS NOT NULL] AS path,
       change.evidence + signIn.evidence AS evidence,
       change.at AS at,
       change.key AS firstEvent
ORDER BY TimeGenerated, firstEvent, ServicePrincipalId;

// fires on: a credential for a principal that never signed in before, and its sign-in half an hour later
CREATE (a:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})
CREATE (p:Caller {key: 'oid:aaaaaaaa-0000-0000-0000-000000000001', names: []})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T12:00:00Z'), operation: 'add service principal credentials', OperationName: 'Add service principal credentials',
  Result: 'success', succeeded: true, evidence: []
})
CREATE (a)-[:INITIATED {id: 'd1', at: datetime('2021-11-22T12:00:00Z')}]->(c)
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T12:00:00Z')}]->(p)
CREATE (p)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T12:30:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T12:30:00Z'), table: 'AADServicePrincipalSignInLogs', succeeded: true, risky: false,
  ServicePrincipalId: 'aaaaaaaa-0000-0000-0000-000000000001', IPAddress: '203.0.113.9', evidence: []
});

// stays quiet on: a principal that signed in a week before
CREATE (p:Caller {key: 'oid:aaaaaaaa-0000-0000-0000-000000000002', names: []})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T12:10:00Z'), operation: 'add service principal credentials', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T12:10:00Z')}]->(p)
CREATE (p)-[:SIGNED_IN {id: 's0', at: datetime('2021-11-15T08:00:00Z')}]->(:SignIn {
  key: 's0', at: datetime('2021-11-15T08:00:00Z'), table: 'AADServicePrincipalSignInLogs', succeeded: true, risky: false, evidence: []
})
CREATE (p)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T12:30:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T12:30:00Z'), table: 'AADServicePrincipalSignInLogs', succeeded: true, risky: false, evidence: []
});

// stays quiet on: a sign-in before the change, or in the log of users
CREATE (p:Caller {key: 'oid:aaaaaaaa-0000-0000-0000-000000000003', names: []})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T12:00:00Z'), operation: 'add service principal credentials', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T12:00:00Z')}]->(p)
CREATE (p)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T12:30:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T12:30:00Z'), table: 'SigninLogs', succeeded: true, risky: false, evidence: []
});
