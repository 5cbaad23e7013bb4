// title: Ledgers of the evidence files, by the order of their names; of one file when $sha256 is given
MATCH (f:EvidenceFile)
WHERE $sha256 IS NULL OR f.key = $sha256
RETURN f AS file
ORDER BY f.name, f.key;
