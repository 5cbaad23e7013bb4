// title: Run Command in a suspicious login window, as published
// needs: AzureActivity[OperationNameValue ActivityStatusValue CorrelationId Caller Authorization], BehaviorAnalytics[EventSource UserPrincipalName SourceIPLocation ActivityInsights]
// reads: AzureActivity, BehaviorAnalytics
// parameters: none
// period: 2d
// compares: CorrelationId, UEBAEventTime
// follows: CorrelationId
// meant: the user is told by identity, a boolean counts as well as a text, risky sign-ins count as well as behavior, and the nearest is the one
// then: SuspiciousLogin
MATCH (event:ActivityEvent)
WHERE event.operation = 'microsoft.compute/virtualmachines/runcommand/action'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationNameValue, '') AS OperationNameValue,
       coalesce(event.ActivityStatusValue, '') AS ActivityStatusValue,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.Authorization, '') AS Authorization,
       event.key AS event;

MATCH (event:BehaviorAnomaly)
WHERE ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.EventSource, '') AS EventSource,
       coalesce(event.ActionType, '') AS ActionType,
       coalesce(event.UserPrincipalName, '') AS UserPrincipalName,
       coalesce(event.SourceIPLocation, '') AS SourceIPLocation,
       coalesce(event.ActivityInsights, '') AS ActivityInsights,
       coalesce(event.UsersInsights, '') AS UsersInsights,
       event.key AS event;
