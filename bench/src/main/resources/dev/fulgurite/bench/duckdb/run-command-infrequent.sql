-- Callers whose Run Commands of the last thirty days on a machine of that name cross fewer than twenty-four hours.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller,
         list_last(string_split(json_extract_string("Authorization", '$.scope'), '/')) AS VirtualMachineName
  FROM AzureActivity
  WHERE TimeGenerated > ? AND lower(OperationNameValue) = 'microsoft.compute/virtualmachines/runcommand/action'
    AND "Authorization" ILIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING bool_or(lower(ActivityStatusValue) = 'succeeded')
), pairs AS (
  SELECT Caller, VirtualMachineName, min(StartTime) AS Start, max(EndTime) AS "End",
         count(DISTINCT VirtualMachineName) AS dcount_VirtualMachineName, count(*) AS count_
  FROM runs
  GROUP BY Caller, VirtualMachineName
)
SELECT *, date_diff('hour', CAST(substr(Start, 1, 19) AS TIMESTAMP), CAST(substr("End", 1, 19) AS TIMESTAMP)) AS TimeDelta
FROM pairs
WHERE TimeDelta < 24
