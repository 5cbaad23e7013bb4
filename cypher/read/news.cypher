// title: What was linked since the linking of a number: how many files, when the earliest of it happened, whether some of it has no known time, whether names became one thing; and whether anything happened after a time and not after another
OPTIONAL MATCH (linking:Linking {key: 'linking'})
WITH coalesce(linking.number, 0) AS number, coalesce(linking.identity, 0) AS identity
CALL () {
  MATCH (file:EvidenceFile)
  WHERE file.linking > $since
    AND file.stored + file.duplicate > 0
  OPTIONAL MATCH (seen:Coverage {file: file.key})
  WITH file, min(seen.first) AS earliest
  RETURN count(file) AS files,
         min(earliest) AS earliest,
         count(CASE WHEN earliest IS NULL THEN 1 END) AS timeless
}
RETURN number,
       identity > $since AS identity,
       files,
       earliest,
       timeless,
       EXISTS {
         MATCH (seen:Coverage)
         WHERE seen.last > $after
           AND seen.first <= $until
       } AS active;
