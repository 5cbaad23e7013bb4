// title: Azure VM Run Command linked with MDE, as published
// needs: AzureActivity[OperationNameValue:Mixed ActivityStatusValue:Succeeded CorrelationId Caller Authorization], DeviceFileEvents[DeviceName FileName InitiatingProcessFileName], DeviceEvents[InitiatingProcessCommandLine AdditionalFields]
// reads: AzureActivity, DeviceFileEvents, DeviceEvents
// parameters: none
// period: all
// compares: VirtualMachineName, PowershellFileName, StartTime, PowershellFileCreatedTimestamp, PowershellScriptCommands
// follows: CorrelationId, PowershellFileName
// meant: an execution has its own machine, file and process, and the commands of these alone
// then: LinkedWithDefender
MATCH (event:ActivityEvent)
WHERE event.operation = 'microsoft.compute/virtualmachines/runcommand/action'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.OperationNameValue, '') AS OperationNameValue,
       coalesce(event.ActivityStatusValue, '') AS ActivityStatusValue,
       coalesce(event.CorrelationId, '') AS CorrelationId,
       coalesce(event.Caller, '') AS Caller,
       coalesce(event.CallerIpAddress, '') AS CallerIpAddress,
       coalesce(event.Authorization, '') AS Authorization,
       event.key AS event;

MATCH (event:FileEvent)
WHERE toLower(event.InitiatingProcessFileName) = 'runcommandextension.exe'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       coalesce(event.DeviceName, '') AS DeviceName,
       coalesce(event.ActionType, '') AS ActionType,
       coalesce(event.FileName, '') AS FileName,
       event.FileSize AS FileSize,
       coalesce(event.InitiatingProcessFileName, '') AS InitiatingProcessFileName,
       event.InitiatingProcessId AS InitiatingProcessId,
       coalesce(event.InitiatingProcessAccountName, '') AS InitiatingProcessAccountName,
       coalesce(event.InitiatingProcessAccountDomain, '') AS InitiatingProcessAccountDomain,
       coalesce(event.InitiatingProcessFolderPath, '') AS InitiatingProcessFolderPath,
       event.key AS event;

CALL () {
  MATCH (:Host)-[event:EXECUTED]->(:Command)
  WHERE toLower(event.InitiatingProcessCommandLine) CONTAINS '-file'
  RETURN event, event.id AS key
  UNION ALL
  MATCH (event:HostEvent)
  WHERE toLower(event.InitiatingProcessCommandLine) CONTAINS '-file'
  RETURN event, event.key AS key
}
WITH event, key
WHERE event.table = 'DeviceEvents'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeGenerated,
       event.ReportId AS ReportId,
       coalesce(event.DeviceName, '') AS DeviceName,
       coalesce(event.ActionType, '') AS ActionType,
       coalesce(event.InitiatingProcessCommandLine, '') AS InitiatingProcessCommandLine,
       coalesce(event.AdditionalFields, '') AS AdditionalFields,
       key AS event;
