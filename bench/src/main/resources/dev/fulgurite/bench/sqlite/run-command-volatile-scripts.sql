-- Callers whose script files on a machine are of ever different sizes.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         replace(json_extract("Authorization", '$.scope'), rtrim(json_extract("Authorization", '$.scope'), replace(json_extract("Authorization", '$.scope'), '/', '')), '') AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" LIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING max(lower(ActivityStatusValue) = 'succeeded')
), files AS (
  SELECT StartTime, EndTime, VirtualMachineName, Caller, CallerIpAddress, FileSize
  FROM runs JOIN DeviceFileEvents ON substr(DeviceName, 1, instr(DeviceName || '.', '.') - 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
)
SELECT VirtualMachineName, CallerIpAddress, Caller, min(StartTime) AS StartTime, max(EndTime) AS EndTime,
       count(*) AS count_, count(DISTINCT FileSize) AS dcount_FileSize
FROM files
GROUP BY VirtualMachineName, CallerIpAddress, Caller
HAVING 100.0 * count(DISTINCT FileSize) / count(*) > 80 AND count(*) > 1
