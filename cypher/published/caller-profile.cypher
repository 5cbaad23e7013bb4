// title: Profile of one account, as published
// needs: AzureActivity[Caller OperationNameValue]
// reads: AzureActivity
// parameters: caller = required — the account, as the activity log names it
// period: all
// compares: OperationNameValue
// follows: OperationNameValue
// meant: operations are counted, not their events, and by what became of them
// then: CallerProfile
MATCH (event:ActivityEvent)
WHERE toLower(event.Caller) = toLower($caller)
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.OperationNameValue, '') AS OperationNameValue,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.Category, '') AS Category,
       event.key AS event;
