// title: Operations of which something was read since links were last made; all where no file is linked, as after an import was taken back
CALL () {
  MATCH (file:EvidenceFile)
  WHERE NOT coalesce(file.linked, false)
  MATCH (operation:Operation)-[:SEEN_IN]->(file)
  RETURN operation
  UNION
  WITH COUNT { MATCH (file:EvidenceFile) WHERE file.linked } AS linked
  WHERE linked = 0
  MATCH (operation:Operation)
  RETURN operation
}
RETURN operation.key AS subject,
       1 AS weight
ORDER BY subject;
