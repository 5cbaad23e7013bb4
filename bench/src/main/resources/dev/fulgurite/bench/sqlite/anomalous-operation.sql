-- Run Commands of the last three days beside what caller, address and subscription did in the month before.
WITH bounds AS (
  SELECT ? AS detected
), events AS MATERIALIZED (
  SELECT TimeGenerated, SubscriptionId AS subscriptionId, coalesce(ResourceProvider, '') AS ResourceProvider,
         lower(replace(coalesce(nullif(_ResourceId, ''), ResourceId), rtrim(coalesce(nullif(_ResourceId, ''), ResourceId), replace(coalesce(nullif(_ResourceId, ''), ResourceId), '/', '')), '')) AS ResourceName,
         lower(OperationNameValue) AS OperationNameValue, coalesce(Caller, '') AS Caller, CorrelationId, CallerIpAddress AS ClientIP,
         substr(TimeGenerated, 1, 10) AS timeSlice,
         CASE WHEN CallerIpAddress GLOB '[0-9]*.[0-9]*.[0-9]*.[0-9]*' THEN rtrim(rtrim(rtrim(rtrim(CallerIpAddress, '0123456789'), '.'), '0123456789'), '.') || '.0.0/16' ELSE '' END AS clientIpMask,
         CASE WHEN lower(OperationNameValue) = 'microsoft.compute/virtualmachines/runcommand/action' THEN 1 ELSE 0 END AS isMonitoredOp,
         CASE WHEN lower(OperationNameValue) LIKE 'microsoft.compute/virtualmachines/%' THEN 1 ELSE 0 END AS isMonitoredResource
  FROM AzureActivity
  WHERE CallerIpAddress <> '' AND lower(ActivityStatusValue) IN ('success', 'succeeded')
), training AS (
  SELECT * FROM events, bounds WHERE TimeGenerated < detected AND Caller <> '' AND subscriptionId <> ''
), model AS (
  SELECT subscriptionId, Caller, clientIpMask, count(*) AS n, sum(isMonitoredOp) AS operations, min(timeSlice) AS firstSeen,
         min(CASE WHEN isMonitoredResource = 1 THEN timeSlice END) AS firstMonRes
  FROM training
  GROUP BY subscriptionId, Caller, clientIpMask
), callers AS (
  SELECT subscriptionId, Caller, sum(n) AS n, min(firstMonRes) AS firstMonRes FROM model GROUP BY subscriptionId, Caller
), masks AS (
  SELECT subscriptionId, clientIpMask, sum(n) AS n, min(firstMonRes) AS firstMonRes FROM model GROUP BY subscriptionId, clientIpMask
), subscriptions AS (
  SELECT subscriptionId, sum(operations) AS operations, min(firstSeen) AS firstSeen, min(firstMonRes) AS firstMonRes FROM model GROUP BY subscriptionId
), scopes AS (
  SELECT subscriptionId, 1.0e0 * count(*) AS n, sum(isMonitoredResource) AS nB FROM training GROUP BY subscriptionId
), pairs AS (
  SELECT training.subscriptionId, Caller, count(*) / scopes.n AS P_A, sum(isMonitoredResource) / scopes.n AS P_AB, scopes.nB / scopes.n AS P_B
  FROM training JOIN scopes ON scopes.subscriptionId = training.subscriptionId
  GROUP BY training.subscriptionId, Caller, scopes.n, scopes.nB
  HAVING sum(isMonitoredResource) > 0
)
SELECT TimeGenerated, e.subscriptionId, ResourceProvider, ResourceName, OperationNameValue, e.Caller, CorrelationId, ClientIP,
       CAST(julianday(timeSlice) - julianday(subscriptions.firstSeen) AS INTEGER) AS ActiveDaysOnSub,
       CASE WHEN callers.n IS NULL THEN 1 ELSE 0 END AS newCaller,
       CASE WHEN callers.firstMonRes IS NULL THEN 1 ELSE 0 END AS newCallerOnMonRes,
       CASE WHEN masks.n IS NULL THEN 1 ELSE 0 END AS newIpMask,
       CASE WHEN masks.firstMonRes IS NULL THEN 1 ELSE 0 END AS newIpMaskOnMonRes,
       CASE WHEN subscriptions.firstMonRes IS NULL THEN 1 ELSE 0 END AS newMonOpOnSubs,
       CASE WHEN floor(P_AB / (P_A + P_B - P_AB) / 0.00001e0) * 0.00001e0 <= 0.1e0 OR floor(P_AB / P_B / 0.00001e0) * 0.00001e0 <= 0.1e0 THEN 1 ELSE 0 END AS anomCallerMonRes,
       isMonitoredOp, isMonitoredResource
FROM events e
  JOIN bounds ON TimeGenerated >= detected
  LEFT JOIN callers ON callers.subscriptionId = e.subscriptionId AND callers.Caller = e.Caller
  LEFT JOIN masks ON masks.subscriptionId = e.subscriptionId AND masks.clientIpMask = e.clientIpMask
  LEFT JOIN subscriptions ON subscriptions.subscriptionId = e.subscriptionId
  LEFT JOIN pairs ON pairs.subscriptionId = e.subscriptionId AND pairs.Caller = e.Caller
WHERE isMonitoredOp = 1
