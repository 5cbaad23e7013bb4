-- Run Command scripts whose sorted list of commands stands in one row only.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         replace(json_extract("Authorization", '$.scope'), rtrim(json_extract("Authorization", '$.scope'), replace(json_extract("Authorization", '$.scope'), '/', '')), '') AS VirtualMachineName
  FROM AzureActivity
  WHERE lower(OperationNameValue) = 'microsoft.compute/virtualmachines/runcommand/action' AND "Authorization" LIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING max(lower(ActivityStatusValue) IN ('succeeded', 'success'))
), files AS (
  SELECT StartTime, EndTime, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
  FROM runs JOIN DeviceFileEvents ON substr(DeviceName, 1, instr(DeviceName || '.', '.') - 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
), named AS (
  SELECT InitiatingProcessCommandLine,
         CASE WHEN InitiatingProcessCommandLine GLOB '*-File script[0-9]*.ps1*' THEN substr(substr(InitiatingProcessCommandLine, instr(InitiatingProcessCommandLine, '-File ') + 6), 1, instr(substr(InitiatingProcessCommandLine, instr(InitiatingProcessCommandLine, '-File ') + 6), '.ps1') + 3) ELSE '' END AS PowershellFileName,
         coalesce(json_extract(AdditionalFields, '$.Command'), '') AS PSCommand
  FROM DeviceEvents
  WHERE InitiatingProcessCommandLine LIKE '%-File%'
), scripts AS (
  SELECT PowershellFileName, json_group_array(upper(PSCommand) ORDER BY upper(PSCommand)) AS PowershellScriptCommands
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
