// title: An entity is named by a file; with the spellings of its names there. Tells what an import that is taken back leaves without a witness
// kind: evidence
// from: any
// to: EvidenceFile
CREATE INDEX SEEN_IN_id IF NOT EXISTS
FOR ()-[r:SEEN_IN]-() ON (r.id);
