// title: A dormant user registered a sign-in method and signed in
// severity: medium
// attack: T1098.005, T1078.004
// needs: AuditLogs[OperationName TargetResources],
//   SigninLogs[ResultType UserId|UserPrincipalName]
// sources: AuditLogs, SigninLogs, AADNonInteractiveUserSignInLogs
// parameters: dormantDays = 30 — days between the last successful sign-in and the return that make a user dormant;
//   returnWithin = 24 — hours before the registration in which sign-ins are part of the return
// schedule: 1d/14d
// alert: {TargetUser} came back after {dormantFor}, registered a sign-in method and signed in from {LogonIP}
// why: An account that nobody uses has often no second factor yet: who finds its password registers one of their own and stays. One
//   row is one registration and the first sign-in after it. To register one must sign in, so the sign-ins of the day before belong to
//   the return and do not make the user active.
// blind spots: an attacker who comes back more than returnWithin before registering; a method that an administrator registers.
// false positives: new employees, and those back from a long leave. An account that was just made counts low.
// triage: Call the person. Is the address of the sign-in one of theirs, and who else used it? Remove the method, revoke the sessions,
//   reset the password.
// steps: directory
// then: Dormancy
MATCH (change:DirectoryChange {operation: 'user registered security info'})
WHERE (change.succeeded OR coalesce(change.Result, '') = '')
  AND ($from IS NULL OR change.at >= $from)
  AND ($to IS NULL OR change.at <= $to)
MATCH (change)-[hit:AFFECTED]->(target:Caller)
WITH change, target.identity AS identity, hit, target
ORDER BY target.key
WITH change, identity, head(collect(hit)) AS hit
WITH *,
     head(COLLECT {
       MATCH (:Caller {identity: identity})-[signed:SIGNED_IN]->(signIn:SignIn)
       WHERE signIn.table = 'SigninLogs'
         AND signIn.succeeded
         AND signIn.at >= change.at
         AND ($to IS NULL OR signIn.at <= $to)
       RETURN signed
       ORDER BY signIn.at, signIn.key
       LIMIT 1
     }) AS signed
WHERE signed IS NOT NULL
WITH *,
     startNode(signed) AS user,
     endNode(signed) AS signIn,
     COLLECT {
       MATCH (:Caller {identity: identity})-[:SIGNED_IN]->(early:SignIn)
       WHERE early.succeeded
         AND early.at < change.at - duration({hours: $returnWithin})
       RETURN max(early.at) AS latest
     } AS earlier,
     COLLECT {
       MATCH (:Caller {identity: identity})-[:SIGNED_IN]->(early:SignIn)
       WHERE early.succeeded
         AND early.at >= change.at - duration({hours: $returnWithin})
         AND early.at <= change.at
       RETURN min(early.at) AS first
     } AS returns,
     COLLECT {
       MATCH (coverage:Coverage {source: 'SigninLogs'})
       RETURN min(coverage.first) AS first
     } AS reach,
     COLLECT {
       MATCH (:Caller {identity: identity})<-[:AFFECTED]-(made:DirectoryChange)
       WHERE made.operation IN ['add user', 'invite external user']
         AND made.at <= change.at
       RETURN max(made.at) AS latest
     } AS made,
     COLLECT {
       MATCH (face:Caller {identity: identity})
       UNWIND coalesce(face.names, []) + [face.name] AS name
       WITH toLower(name) AS name
       WHERE name CONTAINS '@'
       RETURN DISTINCT name
       ORDER BY name
     } AS upns,
     COLLECT {
       UNWIND [endNode(hit)] AS face
       MATCH (face)-[same:SAME_AS]-(other:Caller)
       WHERE other = startNode(signed)
       RETURN DISTINCT same
     } AS sames,
     COLLECT {
       UNWIND [endNode(signed)] AS there
       MATCH (there)-[came:FROM]->(:IpAddress)
       RETURN came
     } AS froms
RETURN change.at AS TimeGenerated,
       coalesce(head(upns), head(user.names), user.key) AS TargetUser,
       coalesce(change.OperationName, change.operation) AS OperationName,
       coalesce(change.ResultDescription, '') AS ResultDescription,
       signIn.at AS MostRecentLogon,
       coalesce(signIn.UserAgent, '') AS LogonUserAgent,
       coalesce(signIn.LocationDetails, signIn.Location, '') AS LogonLocation,
       coalesce(endNode(head(froms)).key, signIn.IPAddress, '') AS LogonIP,
       coalesce(head(upns), head(user.names), user.key) AS AccountCustomEntity,
       coalesce(endNode(head(froms)).key, signIn.IPAddress, '') AS IPCustomEntity,
       head(earlier) AS lastSuccess,
       0 AS dormancyDays,
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       'medium' AS severity,
       '' AS story,
       coalesce(head(returns), change.at) AS returned,
       head(reach) AS logsFrom,
       head(made) AS made,
       0 AS followed,
       '' AS dormantFor,
       [user] AS subjects,
       [element IN [endNode(hit), hit, change] + sames + [user, signed, signIn] + froms + [from IN froms | endNode(from)] WHERE element IS NOT NULL] AS path,
       change.evidence + signIn.evidence AS evidence,
       change.at AS at,
       change.key AS firstEvent
ORDER BY TimeGenerated, firstEvent, TargetUser;

// fires on: a user who was quiet for seven weeks, signs in, registers and signs in again
CREATE (u:Caller {key: 'upn:dana@contoso.com', names: ['Dana@Contoso.com']})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T10:05:00Z'), operation: 'user registered security info', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T10:05:00Z')}]->(u)
CREATE (u)-[:SIGNED_IN {id: 's0', at: datetime('2021-10-01T08:00:00Z')}]->(:SignIn {
  key: 's0', at: datetime('2021-10-01T08:00:00Z'), table: 'SigninLogs', succeeded: true, risky: false, evidence: []
})
CREATE (u)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T09:00:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T09:00:00Z'), table: 'SigninLogs', succeeded: true, risky: false, IPAddress: '198.51.100.7', evidence: []
})
CREATE (u)-[:SIGNED_IN {id: 's2', at: datetime('2021-11-22T10:06:00Z')}]->(:SignIn {
  key: 's2', at: datetime('2021-11-22T10:06:00Z'), table: 'SigninLogs', succeeded: true, risky: false, IPAddress: '203.0.113.9', evidence: []
});

// stays quiet on: a user who signed in a week before
CREATE (u:Caller {key: 'upn:uma@contoso.com', names: ['uma@contoso.com']})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T10:00:00Z'), operation: 'user registered security info', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T10:00:00Z')}]->(u)
CREATE (u)-[:SIGNED_IN {id: 's0', at: datetime('2021-11-15T08:00:00Z')}]->(:SignIn {
  key: 's0', at: datetime('2021-11-15T08:00:00Z'), table: 'SigninLogs', succeeded: true, risky: false, evidence: []
})
CREATE (u)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T10:10:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T10:10:00Z'), table: 'SigninLogs', succeeded: true, risky: false, evidence: []
});
