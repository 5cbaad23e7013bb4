// title: Remote PowerShell Session, as published
// needs: Microsoft-Windows-PowerShell/Operational[hostName hostApplication] or WindowsPowerShell[hostName hostApplication]
// reads: PowerShell
// parameters: none
// period: all
// compares: HostId, RunspaceId
// follows: HostId, RunspaceId
// meant: a session is one row, with its events for evidence
// then: RemoteSessionEvents
CALL () {
  MATCH (:Host)-[event:EXECUTED]->(:Command)
  WHERE toLower(event.hostName) = 'serverremotehost'
  RETURN event, event.id AS key, event.command AS command
  UNION ALL
  MATCH (event:HostEvent)
  WHERE toLower(event.hostName) = 'serverremotehost'
  RETURN event, event.key AS key, '' AS command
}
WITH event, key, command
WHERE event.eventId IN [4103, 400]
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS TimeCreated,
       coalesce(event.computer, '') AS Computer,
       coalesce(event.channel, '') AS Channel,
       event.eventId AS EventID,
       event.recordId AS RecordId,
       coalesce(event.hostName, '') AS HostName,
       coalesce(event.hostApplication, '') AS HostApplication,
       coalesce(event.hostId, '') AS HostId,
       coalesce(event.runspaceId, '') AS RunspaceId,
       coalesce(event.user, '') AS User,
       coalesce(event.connectedUser, '') AS ConnectedUser,
       command AS CommandName,
       key AS event;
