// title: A file of a watched folder as it was when it was last read
// kind: investigation
CREATE CONSTRAINT WatchedFile_key IF NOT EXISTS
FOR (n:WatchedFile) REQUIRE n.key IS UNIQUE;
