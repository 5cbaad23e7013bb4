// title: How often links were made; the number a file of evidence was last linked in tells what is new
// kind: investigation
CREATE CONSTRAINT Linking_key IF NOT EXISTS
FOR (n:Linking) REQUIRE n.key IS UNIQUE;
