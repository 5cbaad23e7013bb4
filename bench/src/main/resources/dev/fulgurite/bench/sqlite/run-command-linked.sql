-- Run Command operations with script files and the commands of scripts of that name, on whatever machine.
WITH runs AS (
  SELECT min(TimeGenerated) AS StartTime, max(TimeGenerated) AS EndTime, Caller, max(CallerIpAddress) AS CallerIpAddress,
         replace(json_extract("Authorization", '$.scope'), rtrim(json_extract("Authorization", '$.scope'), replace(json_extract("Authorization", '$.scope'), '/', '')), '') AS VirtualMachineName
  FROM AzureActivity
  WHERE OperationNameValue = 'Microsoft.Compute/virtualMachines/runCommand/action' AND "Authorization" LIKE '%virtualMachines%'
  GROUP BY CorrelationId, "Authorization", Caller
  HAVING max(lower(ActivityStatusValue) = 'succeeded')
), files AS (
  SELECT StartTime, EndTime, TimeGenerated AS PowershellFileCreatedTimestamp, VirtualMachineName, Caller, CallerIpAddress, FileName, FileSize
  FROM runs JOIN DeviceFileEvents ON substr(DeviceName, 1, instr(DeviceName || '.', '.') - 1) = VirtualMachineName
  WHERE InitiatingProcessFileName = 'RunCommandExtension.exe' AND TimeGenerated BETWEEN StartTime AND EndTime
), named AS (
  SELECT TimeGenerated, ReportId, InitiatingProcessCommandLine,
         CASE WHEN InitiatingProcessCommandLine GLOB '*-File script[0-9]*.ps1*' THEN substr(substr(InitiatingProcessCommandLine, instr(InitiatingProcessCommandLine, '-File ') + 6), 1, instr(substr(InitiatingProcessCommandLine, instr(InitiatingProcessCommandLine, '-File ') + 6), '.ps1') + 3) ELSE '' END AS PowershellFileName,
         coalesce(json_extract(AdditionalFields, '$.Command'), '') AS PSCommand
  FROM DeviceEvents
  WHERE InitiatingProcessCommandLine LIKE '%-File%'
), scripts AS (
  SELECT PowershellFileName, InitiatingProcessCommandLine, min(TimeGenerated) AS PowershellExecStart, max(TimeGenerated) AS PowershellExecEnd,
         json_group_array(PSCommand ORDER BY TimeGenerated, ReportId) AS PowershellScriptCommands
  FROM named
  WHERE PSCommand <> PowershellFileName AND PowershellFileName <> ''
  GROUP BY PowershellFileName, InitiatingProcessCommandLine
)
SELECT StartTime, EndTime, PowershellFileCreatedTimestamp, PowershellExecStart, PowershellExecEnd, PowershellFileName, PowershellScriptCommands,
       Caller, CallerIpAddress, InitiatingProcessCommandLine, FileSize AS PowershellFileSize, VirtualMachineName
FROM files JOIN scripts ON FileName = PowershellFileName
