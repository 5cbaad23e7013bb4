// title: Where evidence files were found
UNWIND $wanted.hashes AS hash
MATCH (file:EvidenceFile {key: hash})
RETURN hash, file.name AS name, coalesce(file.places, [file.name]) AS places;
