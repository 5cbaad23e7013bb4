// title: A change of the directory was to this identity; one relationship per event and target
// kind: observed
// event: relation
// from: DirectoryChange
// to: Caller
CREATE INDEX AFFECTED_id IF NOT EXISTS
FOR ()-[r:AFFECTED]-() ON (r.id);
