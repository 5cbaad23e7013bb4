-- Callers all of whose Run Commands of the last thirty days, by the name of the portal's old export, lie within fifteen minutes.
WITH operations AS (
  SELECT CorrelationId, Caller, lower(Resource) AS Resource, lower(ResourceGroup) AS ResourceGroup,
         min(TimeGenerated) AS Start, max(TimeGenerated) AS "End", max(CallerIpAddress) AS CallerIP
  FROM AzureActivity
  WHERE TimeGenerated > ? AND lower(OperationName) = 'run command on virtual machine'
  GROUP BY CorrelationId, Caller, AzureActivity.Resource, AzureActivity.ResourceGroup
), spikes AS (
  SELECT Caller, CallerIP, count(DISTINCT Resource) AS ResourceCount, count(DISTINCT ResourceGroup) AS ResourceGroupCount,
         min(Start) AS Start, max("End") AS "End", count(*) AS Commands
  FROM operations
  GROUP BY Caller, CallerIP
)
SELECT Caller, CallerIP, ResourceCount, ResourceGroupCount, Start, "End"
FROM spikes
WHERE ResourceCount >= 1 AND Commands >= 5
  AND date_diff('minute', CAST(substr(Start, 1, 19) AS TIMESTAMP), CAST(substr("End", 1, 19) AS TIMESTAMP)) < 15
