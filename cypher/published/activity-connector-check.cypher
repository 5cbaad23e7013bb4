// title: Is the new connector in use, as published
// needs: AzureActivity[SubscriptionId|_SubscriptionId]
// reads: AzureActivity
// parameters: none
// period: all
// compares: _SubscriptionId, NewConnector, Events
// follows: _SubscriptionId
// meant: the connectors of a subscription are counted apart, and subscriptions whatever their case
// then: ConnectorCheck
MATCH (event:ActivityEvent)
WHERE event.at > $now - duration({days: 30})
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.Claims, '') AS Claims,
       coalesce(event.SubscriptionId, '') AS SubscriptionId,
       coalesce(event._SubscriptionId, '') AS _SubscriptionId,
       event.key AS event;
