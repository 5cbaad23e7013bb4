// title: Who watches this graph, and until when that holds unless it is renewed
// kind: investigation
CREATE CONSTRAINT WatchLease_key IF NOT EXISTS
FOR (n:WatchLease) REQUIRE n.key IS UNIQUE;
