// title: Run Command with scripts of ever other sizes, as published
// needs: AzureActivity[OperationNameValue:Mixed ActivityStatusValue:Succeeded CorrelationId Caller Authorization], DeviceFileEvents[DeviceName FileName FileSize InitiatingProcessFileName]
// reads: AzureActivity, DeviceFileEvents
// parameters: none
// period: all
// compares: VirtualMachineName, Caller, StartTime
// follows: VirtualMachineName, Caller
// meant: executions are counted, not file events, by content before size, and three at least within a session
// then: VolatileScripts
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
