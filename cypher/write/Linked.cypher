// title: It is about to turn out that two names are one thing, or no longer are; links are about to be made of hosts as these machines; all links are made, and what was read before is linked, but for a file of which more was stored since. Each time has a number, which files that were new then bear, and the number of when last it turned out what is one thing
MERGE (linking:Linking {key: 'linking'})
SET linking.identityMoves = true;

MATCH (host:Host)
WHERE host.machine IS NOT NULL
  AND coalesce(NOT host.machine IN host.linkedMachines, true)
SET host.linkedMachines = coalesce(host.linkedMachines, []) + host.machine;

MATCH (host:Host)
WHERE size(host.linkedMachines) > 1
SET host.linkedMachines = [host.machine];

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
