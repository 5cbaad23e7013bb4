// title: What was read before links were made is linked, but for a file of which more was stored since; each time has a number, which files that were new then bear, and it is known when last it turned out that two names are one thing
MERGE (linking:Linking {key: 'linking'})
SET linking.number = coalesce(linking.number, 0) + 1
SET linking.identity = CASE WHEN $identity THEN linking.number ELSE coalesce(linking.identity, 0) END
WITH linking.number AS number
UNWIND $files AS seen
MATCH (file:EvidenceFile {key: seen.key})
WHERE coalesce(toString(file.batch), '') = seen.batch
SET file.linked = true,
    file.linking = number;
