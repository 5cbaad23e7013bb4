// title: The last batch that was stored of each evidence file
MATCH (file:EvidenceFile)
RETURN file.key + ' ' + coalesce(toString(file.batch), '') AS batch
ORDER BY file.key;
