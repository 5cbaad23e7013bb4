// title: Everything that was read is linked
MATCH (file:EvidenceFile)
WHERE NOT coalesce(file.linked, false)
SET file.linked = true;
