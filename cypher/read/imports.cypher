// title: Evidence files by their SHA-256, by the path they were read from, or by the archive they lay in
MATCH (file:EvidenceFile)
WHERE file.key = $name
  OR $name IN file.places
  OR any(place IN file.places WHERE place STARTS WITH $name + '!/')
RETURN file.key AS sha256
ORDER BY file.name, file.key;
