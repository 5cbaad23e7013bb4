// title: A virtual machine belongs to a subscription
// kind: observed
// event: none
// from: VirtualMachine
// to: Subscription
CREATE CONSTRAINT IN_id IF NOT EXISTS
FOR ()-[r:IN]-() REQUIRE r.id IS UNIQUE;
