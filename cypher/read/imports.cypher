// title: Evidence files by their SHA-256, by the path they were read from, or by the archive they lay in: the places so named, and the others where the same bytes were found
MATCH (file:EvidenceFile)
WITH file, [place IN file.places WHERE place = $name OR place STARTS WITH $name + '!/'] AS named
WHERE file.key = $name OR size(named) > 0
RETURN file.key AS sha256,
       file.name AS name,
       named,
       CASE WHEN file.key = $name THEN [] ELSE [place IN file.places WHERE NOT place IN named] END AS others
ORDER BY file.name, file.key;
