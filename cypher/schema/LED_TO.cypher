// title: A PowerShell session opened a session on another host
// kind: derived
// from: PowerShellSession
// to: PowerShellSession
CREATE CONSTRAINT LED_TO_id IF NOT EXISTS
FOR ()-[r:LED_TO]-() REQUIRE r.id IS UNIQUE;
