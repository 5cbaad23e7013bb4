// title: A cloud operation on one resource: the events of one correlation id
// kind: observed
// event: none
// facts: operation, family, outcome, start, end, ips
CREATE CONSTRAINT Operation_key IF NOT EXISTS
FOR (n:Operation) REQUIRE n.key IS UNIQUE;
CREATE INDEX Operation_operation IF NOT EXISTS
FOR (n:Operation) ON (n.operation);
CREATE INDEX Operation_family IF NOT EXISTS
FOR (n:Operation) ON (n.family);
CREATE INDEX Operation_family_start IF NOT EXISTS
FOR (n:Operation) ON (n.family, n.start);
