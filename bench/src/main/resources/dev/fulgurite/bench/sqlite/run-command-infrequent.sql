-- Callers whose Run Commands of the last thirty days on a machine of that name cross fewer than twenty-four hours.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller,
         replace(json_extract("Authorization", '$.scope'), rtrim(json_extract("Authorization", '$.scope'), replace(json_extract("Authorization", '$.scope'), '/', '')), '') AS VirtualMachineName
  FROM AzureActivity
  WHERE TimeGenerated > ? AND OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' COLLATE NOCASE
    AND "Authorization" LIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING max(lower(ActivityStatusValue) = 'succeeded')
), pairs AS (
  SELECT Caller, VirtualMachineName, min(StartTime) AS Start, max(EndTime) AS "End",
         count(DISTINCT VirtualMachineName) AS dcount_VirtualMachineName, count(*) AS count_
  FROM runs
  GROUP BY Caller, VirtualMachineName
), lasting AS (
  SELECT *, (strftime('%s', substr("End", 1, 13) || ':00') - strftime('%s', substr(Start, 1, 13) || ':00')) / 3600 AS TimeDelta
  FROM pairs
)
SELECT * FROM lasting WHERE TimeDelta < 24
