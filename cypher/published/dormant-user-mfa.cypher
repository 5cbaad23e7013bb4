// title: Dormant user registers for MFA and logs in, as published
// needs: AuditLogs[OperationName TargetResources], SigninLogs[ResultType UserId]
// reads: AuditLogs, SigninLogs
// parameters: none
// period: all
// compares: TargetUser, TimeGenerated, LogonIP
// follows: TargetUser
// meant: the sign-in is the first after the registration, with its own address
// then: DormantUser
MATCH (event:DirectoryChange)
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationName, '') AS OperationName,
       coalesce(event.Result, '') AS Result,
       coalesce(event.ResultDescription, '') AS ResultDescription,
       coalesce(event.TargetResources, '') AS TargetResources,
       coalesce(event.InitiatedBy, '') AS InitiatedBy,
       coalesce(event.Category, '') AS Category,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       event.key AS event;

MATCH (event:SignIn)
WHERE event.table = 'SigninLogs'
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.ResultType, '') AS ResultType,
       coalesce(event.ResultDescription, '') AS ResultDescription,
       coalesce(event.UserId, '') AS UserId,
       coalesce(event.UserPrincipalName, '') AS UserPrincipalName,
       coalesce(event.ServicePrincipalId, '') AS ServicePrincipalId,
       coalesce(event.IPAddress, '') AS IPAddress,
       coalesce(event.Location, '') AS Location,
       coalesce(event.LocationDetails, '') AS LocationDetails,
       coalesce(event.UserAgent, '') AS UserAgent,
       coalesce(event.AppId, '') AS AppId,
       coalesce(event.AppDisplayName, '') AS AppDisplayName,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       event.key AS event;
