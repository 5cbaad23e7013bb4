// title: Lookup of one operation, as published
// needs: AzureActivity[OperationNameValue]
// reads: AzureActivity
// parameters: operation = Microsoft.RecoveryServices/vaults/delete — the operation that is looked up; window = 3d — how long before now
// period: all
// compares: Caller, OperationNameValue
// follows: Caller, OperationNameValue
// meant: all operations that are watched are found, by principal and hour
// then: OperationLookup
MATCH (event:ActivityEvent)
WHERE toLower(event.OperationNameValue) = toLower($operation)
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationNameValue, '') AS OperationNameValue,
       coalesce(event.OperationName, '') AS OperationName,
       coalesce(event.ActivityStatusValue, '') AS ActivityStatusValue,
       coalesce(event.ActivityStatus, '') AS ActivityStatus,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.Authorization, '') AS Authorization,
       coalesce(event.SubscriptionId, '') AS SubscriptionId,
       coalesce(event._SubscriptionId, '') AS _SubscriptionId,
       coalesce(event.ResourceId, '') AS ResourceId,
       coalesce(event._ResourceId, '') AS _ResourceId,
       coalesce(event.Resource, '') AS Resource,
       coalesce(event.ResourceGroup, '') AS ResourceGroup,
       coalesce(event.ResourceProvider, '') AS ResourceProvider,
       coalesce(event.ResourceProviderValue, '') AS ResourceProviderValue,
       coalesce(event.Category, '') AS Category,
       coalesce(event.CategoryValue, '') AS CategoryValue,
       coalesce(event.Claims, '') AS Claims,
       coalesce(event.Properties, '') AS Properties,
       coalesce(event.EventDataId, '') AS EventDataId,
       event.key AS event;
