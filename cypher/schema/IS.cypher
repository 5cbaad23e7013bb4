// title: A virtual machine is this host
// kind: derived
// from: VirtualMachine
// to: Host
CREATE CONSTRAINT IS_id IF NOT EXISTS
FOR ()-[r:IS]-() REQUIRE r.id IS UNIQUE;
