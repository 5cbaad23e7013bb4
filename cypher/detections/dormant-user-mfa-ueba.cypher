// title: A user whom behaviour analysis calls dormant registered a sign-in method and signed in
// severity: medium
// attack: T1098.005, T1078.004
// needs: AuditLogs[OperationName TargetResources],
//   SigninLogs[ResultType UserId|UserPrincipalName],
//   BehaviorAnalytics[UserPrincipalName|UsersInsights UsersInsights]
// sources: AuditLogs, SigninLogs, BehaviorAnalytics
// parameters: dormantDays = 30 — days before the registration in which what behaviour analysis says of the user counts;
//   useWithin = 24 — hours after the registration in which it still counts
// schedule: 1d/14d
// alert: {TargetUser}, whom behaviour analysis {calls}, registered a sign-in method and signed in from {LogonIP}
// why: As dormant-user-mfa, but whether the user was dormant is what Sentinel's analysis of behaviour (UEBA) says, which remembers half
//   a year. A user of whom it notes something without calling them dormant is active; one it says nothing of may have been quiet for
//   long, or just not analysed, which is told as a lower confidence. Compared is the identity, not one name with the id of another.
// blind spots: users whom UEBA does not analyse look like dormant ones; a method that an administrator registers.
// false positives: new employees, and those back from a long leave.
// triage: Call the person. Is the address of the sign-in one of theirs, and who else used it? Remove the method, revoke the sessions,
//   reset the password.
// steps: directory
// then: ToldDormancy
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
       MATCH (:Caller {identity: identity})-[showed:SHOWED]->(noted:BehaviorAnomaly)
       WHERE noted.at >= change.at - duration({days: $dormantDays})
         AND noted.at <= change.at + duration({hours: $useWithin})
       RETURN showed
       ORDER BY NOT noted.dormant, noted.at, noted.key
       LIMIT 20
     } AS showed,
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
       1.0 AS confidence,
       [] AS reasons,
       [] AS alternatives,
       '' AS calls,
       [one IN showed | endNode(one).dormant] AS told,
       [user] AS subjects,
       [element IN [endNode(hit), hit, change] + sames + [user, signed, signIn] + froms + [from IN froms | endNode(from)]
         + [one IN showed | startNode(one)] + showed + [one IN showed | endNode(one)] WHERE element IS NOT NULL] AS path,
       change.evidence + signIn.evidence AS evidence,
       change.at AS at,
       change.key AS firstEvent
ORDER BY TimeGenerated, firstEvent, TargetUser;

// fires on: a user whom UEBA calls dormant
CREATE (u:Caller {key: 'upn:dana@contoso.com', names: ['Dana@Contoso.com']})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T10:05:00Z'), operation: 'user registered security info', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T10:05:00Z')}]->(u)
CREATE (u)-[:SHOWED {id: 'b1', at: datetime('2021-11-22T09:00:00Z')}]->(:BehaviorAnomaly {
  key: 'b1', at: datetime('2021-11-22T09:00:00Z'), dormant: true, uncommon: false, evidence: []
})
CREATE (u)-[:SIGNED_IN {id: 's2', at: datetime('2021-11-22T10:06:00Z')}]->(:SignIn {
  key: 's2', at: datetime('2021-11-22T10:06:00Z'), table: 'SigninLogs', succeeded: true, risky: false, IPAddress: '203.0.113.9', evidence: []
});

// stays quiet on: a user of whom UEBA notes things without calling them dormant
CREATE (u:Caller {key: 'upn:uma@contoso.com', names: ['uma@contoso.com']})
CREATE (c:DirectoryChange {
  key: 'd1', at: datetime('2021-11-22T10:00:00Z'), operation: 'user registered security info', Result: 'success', succeeded: true, evidence: []
})
CREATE (c)-[:AFFECTED {id: 'd1', at: datetime('2021-11-22T10:00:00Z')}]->(u)
CREATE (u)-[:SHOWED {id: 'b1', at: datetime('2021-11-18T09:00:00Z')}]->(:BehaviorAnomaly {
  key: 'b1', at: datetime('2021-11-18T09:00:00Z'), dormant: false, uncommon: false, evidence: []
})
CREATE (u)-[:SIGNED_IN {id: 's1', at: datetime('2021-11-22T10:10:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2021-11-22T10:10:00Z'), table: 'SigninLogs', succeeded: true, risky: false, evidence: []
});
