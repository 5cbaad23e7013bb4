// title: How many files nothing was linked of since they were read; which, and the last batch that was stored of each
MATCH (file:EvidenceFile)
WHERE NOT coalesce(file.linked, false)
RETURN count(file) AS files;

MATCH (file:EvidenceFile)
WHERE NOT coalesce(file.linked, false)
RETURN file.key AS key, coalesce(toString(file.batch), '') AS batch;
