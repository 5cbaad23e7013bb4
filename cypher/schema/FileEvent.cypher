// title: One DeviceFileEvents record, with its columns
// kind: observed
// event: carrier
CREATE CONSTRAINT FileEvent_key IF NOT EXISTS
FOR (n:FileEvent) REQUIRE n.key IS UNIQUE;
