// title: One AzureActivity record, with its columns
// kind: observed
// event: carrier
CREATE CONSTRAINT ActivityEvent_key IF NOT EXISTS
FOR (n:ActivityEvent) REQUIRE n.key IS UNIQUE;
CREATE INDEX ActivityEvent_operation IF NOT EXISTS
FOR (n:ActivityEvent) ON (n.operation);
CREATE INDEX ActivityEvent_computerName IF NOT EXISTS
FOR (n:ActivityEvent) ON (n.computerName);
CREATE INDEX ActivityEvent_vmId IF NOT EXISTS
FOR (n:ActivityEvent) ON (n.vmId);
