// title: Run Command seen only briefly on a machine, as published
// needs: AzureActivity[OperationNameValue ActivityStatusValue:Succeeded CorrelationId Caller Authorization]
// reads: AzureActivity
// parameters: MaxInteractionTime = 24 — hours between first and last run at most
// period: all
// compares: Caller, VirtualMachineName, Start, End
// follows: Caller, VirtualMachineName
// meant: hours are elapsed hours, and the pair must have been quiet since and the log have begun long before
// then: Infrequent
MATCH (event:ActivityEvent)
WHERE event.operation = 'microsoft.compute/virtualmachines/runcommand/action'
  AND event.at > $now - duration({days: 30})
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
