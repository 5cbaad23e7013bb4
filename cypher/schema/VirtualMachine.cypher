// title: An Azure virtual machine, by its lower-case ARM id
// kind: observed
// event: none
CREATE CONSTRAINT VirtualMachine_key IF NOT EXISTS
FOR (n:VirtualMachine) REQUIRE n.key IS UNIQUE;
