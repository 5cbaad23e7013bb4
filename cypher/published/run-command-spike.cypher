// title: Spikes of Run Command, as published
// needs: AzureActivity[OperationName CorrelationId Caller]
// reads: AzureActivity
// parameters: timeDelta = 15 — minutes that a spike lasts at most; resourcesImpacted = 1 — machines at least; commandsExecuted = 5 — runs at least
// period: all
// compares: Caller, Start
// follows: Caller
// meant: a spike is any window of that length, whatever else the caller did before, and from all of its addresses
// then: Spike
MATCH (event:ActivityEvent)
WHERE toLower(event.OperationName) = 'run command on virtual machine'
  AND event.at > $now - duration({days: 30})
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationName, '') AS OperationName,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.ActivityStatus, '') AS ActivityStatus,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       coalesce(event.Resource, '') AS Resource,
       coalesce(event.ResourceGroup, '') AS ResourceGroup,
       event.key AS event;
