// title: It is about to turn out that two names are one thing, or no longer are; all links are made: no host has former machines any more, and what was read before is linked, but for a file of which more was stored since. Each time has a number, which files that were new then bear, and the number of when last it turned out what is one thing
MERGE (linking:Linking {key: 'linking'})
SET linking.identityMoves = true;

MATCH (host:Host)
WHERE host.formerMachines IS NOT NULL
SET host.formerMachines = null;

MERGE (linking:Linking {key: 'linking'})
SET linking.number = coalesce(linking.number, 0) + 1
SET linking.identity = CASE WHEN linking.identityMoves THEN linking.number ELSE coalesce(linking.identity, 0) END,
    linking.identityMoves = null
WITH linking.number AS number
UNWIND $files AS seen
MATCH (file:EvidenceFile {key: seen.key})
WHERE coalesce(toString(file.batch), '') = seen.batch
SET file.linked = true,
    file.linking = number;
