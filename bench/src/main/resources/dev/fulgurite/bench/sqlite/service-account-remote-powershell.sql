-- Accounts without interactive logon whose first remote PowerShell command on a device is of the last day.
WITH accounts AS (
  SELECT AccountName
  FROM DeviceLogonEvents
  WHERE ActionType = 'LogonSuccess' AND instr(AccountName, '$') = 0 AND instr(lower(AccountName), 'winrm va_') = 0
  GROUP BY AccountName
  HAVING NOT max(LogonType IN ('Interactive', 'CachedInteractive', 'Unlock', 'RemoteInteractive', 'CachedRemoteInteractive', 'CachedUnlock'))
), commands AS (
  SELECT InitiatingProcessAccountName AS AccountName, DeviceName, DeviceId, TimeGenerated AS "Timestamp", ReportId,
         json_extract(AdditionalFields, '$.Command') AS Command
  FROM DeviceEvents
  WHERE ActionType = 'PowerShellCommand' AND lower(InitiatingProcessFileName) = 'wsmprovhost.exe'
    AND InitiatingProcessAccountName IN (SELECT AccountName FROM accounts)
)
SELECT AccountName, DeviceName, DeviceId, max("Timestamp") AS "Timestamp", count(*) AS count_, min("Timestamp") AS min_Timestamp
FROM commands
WHERE Command NOT IN ('prompt', 'Out-Default', 'out-lineoutput', 'format-default', 'Set-StrictMode', 'TabExpansion2')
GROUP BY AccountName, DeviceName, DeviceId
HAVING min("Timestamp") > ?
