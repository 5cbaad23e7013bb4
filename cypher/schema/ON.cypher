// title: An event, script file or session is on a host
// kind: observed
// event: relation
// from: FileEvent, HostEvent, ProcessEvent
// to: Host
CREATE CONSTRAINT ON_id IF NOT EXISTS
FOR ()-[r:ON]-() REQUIRE r.id IS UNIQUE;
