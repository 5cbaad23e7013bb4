-- Callers whose script files on a machine are of ever different sizes.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         list_last(string_split(json_extract_string("Authorization", '$.scope'), '/')) AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" ILIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING bool_or(lower(ActivityStatusValue) = 'succeeded')
), files AS (
  SELECT StartTime, EndTime, VirtualMachineName, Caller, CallerIpAddress, FileSize
  FROM runs JOIN DeviceFileEvents ON split_part(DeviceName, '.', 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
)
SELECT VirtualMachineName, CallerIpAddress, Caller, min(StartTime) AS StartTime, max(EndTime) AS EndTime,
       count(*) AS count_, count(DISTINCT FileSize) AS dcount_FileSize
FROM files
GROUP BY VirtualMachineName, CallerIpAddress, Caller
HAVING 100.0 * count(DISTINCT FileSize) / count(*) > 80 AND count(*) > 1
