// title: A PowerShell session ran in a process whose start was logged
// kind: derived
// from: PowerShellSession
// to: ProcessEvent
CREATE CONSTRAINT RAN_IN_id IF NOT EXISTS
FOR ()-[r:RAN_IN]-() REQUIRE r.id IS UNIQUE;
