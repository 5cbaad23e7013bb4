// title: Service accounts performing remote PowerShell, as published
// needs: DeviceLogonEvents[AccountName LogonType ActionType], DeviceEvents[ActionType InitiatingProcessFileName InitiatingProcessAccountName AdditionalFields]
// reads: DeviceLogonEvents, DeviceEvents
// parameters: WhitelistedAccounts = FakeWhitelistedAccount — accounts that are left out
// period: all
// compares: AccountName, DeviceName
// follows: AccountName, DeviceName
// meant: accounts are told by identity, with when they first and last logged on interactively
// then: ServiceAccountCommands
CALL () {
  MATCH (:Account)-[event:LOGGED_ON|ATTEMPTED_LOGON]->(:Host)
  RETURN event, event.id AS key
  UNION ALL
  MATCH (event:HostEvent)
  RETURN event, event.key AS key
}
WITH event, key
WHERE event.table = 'DeviceLogonEvents'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS Timestamp,
       coalesce(event.ActionType, '') AS ActionType,
       coalesce(event.AccountName, '') AS AccountName,
       coalesce(event.LogonType, '') AS LogonType,
       key AS event;

CALL () {
  MATCH (:Host)-[event:EXECUTED]->(:Command)
  WHERE toLower(event.InitiatingProcessFileName) = 'wsmprovhost.exe'
  RETURN event, event.id AS key
  UNION ALL
  MATCH (event:HostEvent)
  WHERE toLower(event.InitiatingProcessFileName) = 'wsmprovhost.exe'
  RETURN event, event.key AS key
}
WITH event, key
WHERE event.table = 'DeviceEvents'
  AND ($from IS NULL OR event.at >= $from)
  AND ($to IS NULL OR event.at <= $to)
RETURN event.at AS Timestamp,
       event.ReportId AS ReportId,
       coalesce(event.DeviceId, '') AS DeviceId,
       coalesce(event.DeviceName, '') AS DeviceName,
       coalesce(event.ActionType, '') AS ActionType,
       coalesce(event.InitiatingProcessFileName, '') AS InitiatingProcessFileName,
       coalesce(event.InitiatingProcessAccountName, '') AS InitiatingProcessAccountName,
       coalesce(event.AdditionalFields, '') AS AdditionalFields,
       key AS event;
