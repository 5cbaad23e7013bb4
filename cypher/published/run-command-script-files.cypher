// title: Files written while a Run Command lasted, as published
// needs: AzureActivity[OperationNameValue:Mixed ActivityStatusValue:Succeeded CorrelationId Caller Authorization], DeviceFileEvents[DeviceName FileName InitiatingProcessFileName]
// reads: AzureActivity, DeviceFileEvents
// parameters: none
// period: all
// compares: CorrelationId, FileName, PowershellFileCreatedTimestamp
// follows: CorrelationId, FileName
// meant: a script is written once, on the machine of the operation itself
// then: FilesOfRuns
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
