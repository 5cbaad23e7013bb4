-- Run Command scripts whose sorted list of commands stands in one row only.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         list_last(string_split(json_extract_string("Authorization", '$.scope'), '/')) AS VirtualMachineName
  FROM AzureActivity
  WHERE lower(OperationNameValue) = 'microsoft.compute/virtualmachines/runcommand/action' AND "Authorization" ILIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING bool_or(lower(ActivityStatusValue) IN ('succeeded', 'success'))
), files AS (
  SELECT StartTime, EndTime, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
  FROM runs JOIN DeviceFileEvents ON split_part(DeviceName, '.', 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
), named AS (
  SELECT InitiatingProcessCommandLine,
         regexp_extract(InitiatingProcessCommandLine, '\-File\s(script[0-9]{1,9}\.ps1)', 1) AS PowershellFileName,
         coalesce(json_extract_string(AdditionalFields, '$.Command'), '') AS PSCommand
  FROM DeviceEvents
  WHERE InitiatingProcessCommandLine ILIKE '%-File%'
), scripts AS (
  SELECT PowershellFileName, CAST(to_json(list(upper(PSCommand) ORDER BY upper(PSCommand))) AS VARCHAR) AS PowershellScriptCommands
  FROM named
  WHERE PSCommand <> PowershellFileName AND PowershellFileName <> ''
  GROUP BY PowershellFileName, InitiatingProcessCommandLine
), joined AS (
  SELECT StartTime, EndTime, PowershellFileName, VirtualMachineName, Caller, CallerIpAddress, PowershellScriptCommands, FileSize AS PowershellFileSize,
         count(*) OVER (PARTITION BY PowershellScriptCommands) AS HashCount
  FROM files JOIN scripts ON FileName = PowershellFileName
)
SELECT StartTime, EndTime, PowershellFileName, VirtualMachineName, Caller, CallerIpAddress, PowershellScriptCommands, PowershellFileSize
FROM joined
WHERE HashCount = 1
