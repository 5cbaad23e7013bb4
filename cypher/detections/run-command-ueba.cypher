// title: Run Command within hours of a suspicious sign-in
// severity: high
// attack: T1651, T1078.004
// needs: AzureActivity[OperationNameValue|OperationName|Authorization ActivityStatusValue|ActivityStatus CorrelationId Authorization|_ResourceId|ResourceId Caller|callerObjectId],
//   BehaviorAnalytics[EventSource ActivityInsights SourceIPLocation UserPrincipalName|UsersInsights] or SigninLogs[ResultType RiskLevelDuringSignIn|RiskLevelAggregated|RiskState UserId|UserPrincipalName],
//   BehaviorAnalytics?[EventSource ActivityInsights SourceIPLocation UserPrincipalName|UsersInsights], SigninLogs?[ResultType UserId|UserPrincipalName]
// sources: AzureActivity, BehaviorAnalytics, SigninLogs, AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs
// parameters: includeResidue = false — also operations that failed or have no end
// schedule: 1d/2d
// alert: {Caller} ran a command on {VirtualMachineName} near a suspicious sign-in ({UEBAActionType} at {UEBAEventTime}): {reasons}
// why: A stolen account signs in from an unusual place and goes to work. Suspicious is a sign-in that Sentinel's analysis of behaviour
//   (UEBA) calls uncommon for the user, or that the directory saw a risk in, so that the rule works without UEBA; it counts from six
//   hours before the command to one after. Compared are identities, so a service principal is found too. One row is one operation: the
//   nearest such sign-in stands for it, the others are evidence; the flags say whether address and country agree.
// blind spots: an attacker who stays within the user's habits; UEBA learns for ten days; stolen tokens, which make no sign-in.
// false positives: travel, a new device, a new administrator.
// triage: Did the person sign in there? A row with another address and country than the command's is two people, or one behind a proxy.
//   Look at the chain alert of the same operation for what the script did.
// steps: run-command
MATCH (operation:Operation {family: 'run-command'})
WHERE ($includeResidue OR operation.outcome = 'SUCCEEDED')
  AND ($from IS NULL OR operation.start >= $from)
  AND ($to IS NULL OR operation.start <= $to)
MATCH (caller:Caller)-[asked:INVOKED]->(operation)
WITH operation, caller.identity AS identity, asked
ORDER BY asked.at, asked.id
WITH operation, identity, head(collect(asked)) AS asked
CALL (operation, identity) {
  MATCH (face:Caller)-[tie:SHOWED]->(noted:BehaviorAnomaly {uncommon: true})
  USING INDEX noted:BehaviorAnomaly(uncommon, at)
  WHERE face.identity = identity
    AND toLower(coalesce(noted.EventSource, '')) IN ['azure ad', 'azure active directory', 'microsoft entra id']
    AND coalesce(noted.SourceIPLocation, '') <> ''
    AND noted.at >= operation.start - duration({hours: 6})
    AND noted.at <= operation.start + duration({hours: 1})
  RETURN tie,
         noted AS event,
         coalesce(noted.ActionType, 'uncommon action') AS action,
         noted.SourceIPLocation AS country,
         'UEBA' AS source
  UNION ALL
  MATCH (face:Caller)-[tie:SIGNED_IN]->(signIn:SignIn {risky: true})
  USING INDEX signIn:SignIn(risky, at)
  WHERE face.identity = identity
    AND signIn.succeeded
    AND signIn.at >= operation.start - duration({hours: 6})
    AND signIn.at <= operation.start + duration({hours: 1})
  RETURN tie,
         signIn AS event,
         'risky sign-in' AS action,
         coalesce(signIn.Location, '') AS country,
         signIn.table AS source
}
WITH *
ORDER BY abs(operation.start.epochMillis - event.at.epochMillis), source <> 'UEBA', event.key
WITH operation, asked,
     collect(tie) AS ties,
     head(collect(action)) AS action,
     head(collect(country)) AS country,
     head(collect(source)) AS source
WITH *,
     startNode(asked) AS caller,
     endNode(head(ties)) AS event,
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
       MATCH (operation)<-[:OF]-(step:ActivityEvent)
       RETURN step
       ORDER BY step.at, step.key
     } AS steps,
     COLLECT {
       UNWIND [endNode(head(ties))] AS one
       MATCH (one)-[came:FROM]->(:IpAddress)
       RETURN came
     } AS origins,
     COLLECT {
       UNWIND ties AS tie
       WITH startNode(tie) AS face
       MATCH (face)-[same:SAME_AS]-(other:Caller)
       WHERE other = startNode(asked)
       RETURN DISTINCT same
     } AS sames
WITH *,
     endNode(targeted) AS vm,
     any(origin IN origins WHERE endNode(origin) IN [from IN froms | endNode(from)]) AS sameIp,
     COLLECT {
       UNWIND froms AS from
       WITH endNode(from) AS ip
       CALL (ip) {
         MATCH (ip)<-[:FROM]-(seen:SignIn)
         WHERE coalesce(seen.Location, '') <> ''
         RETURN toLower(seen.Location) AS place
         LIMIT 1
       }
       RETURN DISTINCT place
       ORDER BY place
     } AS countries
WITH *,
     CASE
       WHEN sameIp THEN true
       WHEN countries = [] OR country = '' THEN null
       ELSE toLower(country) IN countries
     END AS sameCountry
RETURN operation.start AS StartTime,
       operation.end AS EndTime,
       coalesce(vm.subscription, split(coalesce(operation.resourceId, ''), '/')[2], '') AS Subscription,
       coalesce(vm.name, '') AS VirtualMachineName,
       coalesce(head(caller.names), caller.name, '') AS Caller,
       [from IN froms | endNode(from).key] AS CallerIpAddress,
       event.at AS UEBAEventTime,
       action AS UEBAActionType,
       country AS UEBASourceIPLocation,
       coalesce(event.ActivityInsights, '') AS UEBAActivityInsights,
       coalesce(event.UsersInsights, '') AS UEBAUsersInsights,
       operation.start AS timestamp,
       coalesce(head(caller.names), caller.name, '') AS AccountCustomEntity,
       [from IN froms | endNode(from).key] AS IPCustomEntity,
       source AS source,
       sameIp AS sameIp,
       sameCountry AS sameCountry,
       operation.outcome AS outcome,
       coalesce(operation.correlationId, '') AS CorrelationId,
       coalesce(operation.resourceId, '') AS resourceId,
       CASE
         WHEN sameIp THEN 0.95
         WHEN sameCountry THEN 0.85
         WHEN sameCountry IS NULL THEN 0.75
         ELSE 0.65
       END AS confidence,
       [CASE
         WHEN sameIp THEN 'the command came from the address of the sign-in'
         WHEN sameCountry THEN 'the command came from the country of the sign-in'
         WHEN sameCountry IS NULL THEN 'whether the command came from the country of the sign-in is not known'
         ELSE 'the command came from another country than the sign-in'
       END] AS reasons,
       [other IN tail(ties) | head(labels(endNode(other))) + ':' + endNode(other).key] AS alternatives,
       [operation] AS subjects,
       [element IN [startNode(head(ties)), head(ties), event] + origins + [origin IN origins | endNode(origin)] + sames
         + [caller, asked, operation] + froms + [from IN froms | endNode(from)] + [targeted, vm]
         + tail(ties) + [tie IN tail(ties) | startNode(tie)] + [tie IN tail(ties) | endNode(tie)] WHERE element IS NOT NULL] AS path,
       coll.flatten([step IN steps | step.evidence]) AS evidence,
       CASE WHEN event.at < operation.start THEN event.at ELSE operation.start END AS at,
       event.key AS firstEvent
ORDER BY StartTime, CorrelationId, resourceId;

// fires on: a command half an hour after a sign-in that UEBA calls uncommon
CREATE (c:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (c)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o)
CREATE (c)-[:SHOWED {id: 'b1', at: datetime('2021-11-22T09:30:00Z')}]->(:BehaviorAnomaly {
  key: 'b1', at: datetime('2021-11-22T09:30:00Z'), EventSource: 'Azure AD', ActionType: 'Sign-in', SourceIPLocation: 'NL', uncommon: true, dormant: false, evidence: []
});

// fires on: a command after a risky sign-in, where UEBA says nothing
CREATE (c:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (c)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T10:00:40Z')}]->(o)
CREATE (c)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T09:30:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T09:30:00Z'), table: 'SigninLogs', Location: 'NL', succeeded: true, risky: true, evidence: []
});

// stays quiet on: a command seven hours after it
CREATE (c:Caller {key: 'upn:mallory@contoso.com', names: ['mallory@contoso.com']})
CREATE (o:Operation {key: 'c1|vm', correlationId: 'c1', resourceId: 'vm'})
CREATE (c)-[:INVOKED {id: 'e1', at: datetime('2021-11-22T16:30:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T16:30:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T16:30:00Z')}]->(o)
CREATE (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T16:30:40Z'), status: 'SUCCESS', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e2', at: datetime('2021-11-22T16:30:40Z')}]->(o)
CREATE (c)-[:SHOWED {id: 'b1', at: datetime('2021-11-22T09:30:00Z')}]->(:BehaviorAnomaly {
  key: 'b1', at: datetime('2021-11-22T09:30:00Z'), EventSource: 'Azure AD', ActionType: 'Sign-in', SourceIPLocation: 'NL', uncommon: true, dormant: false, evidence: []
});
