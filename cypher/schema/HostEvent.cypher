// title: One event of a host that is not a command, a logon or a file
// kind: observed
// event: carrier
CREATE CONSTRAINT HostEvent_key IF NOT EXISTS
FOR (n:HostEvent) REQUIRE n.key IS UNIQUE;
CREATE INDEX HostEvent_runspaceId IF NOT EXISTS
FOR (n:HostEvent) ON (n.runspaceId);
CREATE INDEX HostEvent_scriptBlockId IF NOT EXISTS
FOR (n:HostEvent) ON (n.scriptBlockId);
CREATE INDEX HostEvent_AzureResourceId IF NOT EXISTS
FOR (n:HostEvent) ON (n.AzureResourceId);
CREATE INDEX HostEvent_AzureVmId IF NOT EXISTS
FOR (n:HostEvent) ON (n.AzureVmId);
