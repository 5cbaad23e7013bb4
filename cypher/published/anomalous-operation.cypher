// title: Anomalous Azure Operation Hunting Model, as published
// needs: AzureActivity[OperationNameValue ActivityStatusValue Caller CallerIpAddress]
// reads: AzureActivity
// parameters: none
// period: all
// compares: CorrelationId, newCaller, newCallerOnMonRes, newIpMask, newIpMaskOnMonRes, newMonOpOnSubs
// follows: CorrelationId
// meant: principals are told by identity, addresses of IPv6 by /64, and an operation is one row
// then: AnomalousOperation
MATCH (event:ActivityEvent)
WHERE event.CallerIpAddress <> ''
  AND event.at >= $now - duration({days: 33})
  AND event.at <= $now
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationNameValue, '') AS OperationNameValue,
       coalesce(event.ActivityStatusValue, '') AS ActivityStatusValue,
       coalesce(event.SubscriptionId, '') AS SubscriptionId,
       coalesce(event.ResourceId, '') AS ResourceId,
       coalesce(event._ResourceId, '') AS _ResourceId,
       coalesce(event.ResourceProvider, '') AS ResourceProvider,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       event.key AS event;
