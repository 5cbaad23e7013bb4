-- Run Command operations with the script files written on the machine of that name meanwhile.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         list_last(string_split(json_extract_string("Authorization", '$.scope'), '/')) AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" ILIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING bool_or(lower(ActivityStatusValue) = 'succeeded')
)
SELECT StartTime, EndTime, TimeGenerated AS PowershellFileCreatedTimestamp, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
FROM runs JOIN DeviceFileEvents ON split_part(DeviceName, '.', 1) = VirtualMachineName
WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
