// title: A process started on a host
// kind: observed
// event: carrier
CREATE CONSTRAINT ProcessEvent_key IF NOT EXISTS
FOR (n:ProcessEvent) REQUIRE n.key IS UNIQUE;
CREATE INDEX ProcessEvent_process_at IF NOT EXISTS
FOR (n:ProcessEvent) ON (n.process, n.at);
CREATE INDEX ProcessEvent_parentProcessId_at IF NOT EXISTS
FOR (n:ProcessEvent) ON (n.parentProcessId, n.at);
CREATE INDEX ProcessEvent_processId_at IF NOT EXISTS
FOR (n:ProcessEvent) ON (n.processId, n.at);
