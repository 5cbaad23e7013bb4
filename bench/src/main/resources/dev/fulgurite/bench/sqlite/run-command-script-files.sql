-- Run Command operations with the script files written on the machine of that name meanwhile.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         replace(json_extract("Authorization", '$.scope'), rtrim(json_extract("Authorization", '$.scope'), replace(json_extract("Authorization", '$.scope'), '/', '')), '') AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" LIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING max(lower(ActivityStatusValue) = 'succeeded')
)
SELECT StartTime, EndTime, TimeGenerated AS PowershellFileCreatedTimestamp, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
FROM runs JOIN DeviceFileEvents ON substr(DeviceName, 1, instr(DeviceName || '.', '.') - 1) = VirtualMachineName
WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
