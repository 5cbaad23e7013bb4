-- Run Command operations with script files and the commands of scripts of that name, on whatever machine.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         list_last(string_split(json_extract_string("Authorization", '$.scope'), '/')) AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" ILIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING bool_or(lower(ActivityStatusValue) = 'succeeded')
), files AS (
  SELECT StartTime, EndTime, TimeGenerated AS PowershellFileCreatedTimestamp, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
  FROM runs JOIN DeviceFileEvents ON split_part(DeviceName, '.', 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
), named AS (
  SELECT TimeGenerated, ReportId, InitiatingProcessCommandLine,
         regexp_extract(InitiatingProcessCommandLine, '\-File\s(script[0-9]{1,9}\.ps1)', 1) AS PowershellFileName,
         coalesce(json_extract_string(AdditionalFields, '$.Command'), '') AS PSCommand
  FROM DeviceEvents
  WHERE InitiatingProcessCommandLine ILIKE '%-File%'
), scripts AS (
  SELECT PowershellFileName, InitiatingProcessCommandLine, min(TimeGenerated) AS PowershellExecStart, max(TimeGenerated) AS PowershellExecEnd,
         CAST(to_json(list(PSCommand ORDER BY TimeGenerated, ReportId)) AS VARCHAR) AS PowershellScriptCommands
  FROM named
  WHERE PSCommand <> PowershellFileName AND PowershellFileName <> ''
  GROUP BY PowershellFileName, InitiatingProcessCommandLine
)
SELECT StartTime, EndTime, PowershellFileCreatedTimestamp, PowershellExecStart, PowershellExecEnd, PowershellFileName, PowershellScriptCommands,
       Caller, CallerIpAddress, InitiatingProcessCommandLine, FileSize AS PowershellFileSize, VirtualMachineName
FROM files JOIN scripts ON FileName = PowershellFileName
