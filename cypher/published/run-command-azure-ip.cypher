// title: Run Command executed from Azure IP address, as published
// needs: AzureActivity[OperationNameValue:Mixed ActivityStatusValue:Succeeded CorrelationId Caller Authorization CallerIpAddress]
// reads: AzureActivity
// parameters: ranges = "" — a file of service tags, of which those of Azure Virtual Desktop count
// period: all
// compares: CorrelationId, AddressPrefixes
// follows: CorrelationId
// meant: every address of the operation is looked up, those of IPv6 too, under any tag, and the smallest range is told
// then: FromAzureAddress
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
