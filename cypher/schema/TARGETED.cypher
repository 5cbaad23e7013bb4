// title: An operation was asked of a virtual machine; one relationship per event
// kind: observed
// event: relation
// from: Operation
// to: VirtualMachine
CREATE CONSTRAINT TARGETED_id IF NOT EXISTS
FOR ()-[r:TARGETED]-() REQUIRE r.id IS UNIQUE;
