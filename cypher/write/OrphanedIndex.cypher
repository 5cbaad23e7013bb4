// title: Indexes that a killed process left without the constraint they were made for
SHOW INDEXES YIELD name, owningConstraint
WHERE owningConstraint IS NULL AND name IN $constraints
RETURN name;

DROP INDEX $name IF EXISTS;
