// title: An IPv4 or IPv6 address
// kind: observed
// event: none
CREATE CONSTRAINT IpAddress_key IF NOT EXISTS
FOR (n:IpAddress) REQUIRE n.key IS UNIQUE;
