-- Which subscriptions the diagnostic connector serves, in the last thirty days.
SELECT coalesce(nullif(_SubscriptionId, ''), SubscriptionId) AS _SubscriptionId,
       max(CASE WHEN coalesce(Claims, '') = '' THEN 0 ELSE 1 END) AS NewConnector, count(*) AS Events
FROM AzureActivity
WHERE TimeGenerated > ?
GROUP BY 1
