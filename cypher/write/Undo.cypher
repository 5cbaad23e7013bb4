// title: Takes an import back, a part at a time: marks the file; evidence of events that are nodes, or relationships; what nothing else tells of; entities that no other file names; the file
MATCH (f:EvidenceFile {key: $sha256})
SET f.undoing = true
WITH f
MATCH (other:EvidenceFile)
SET other.linked = false
RETURN DISTINCT f.key AS id;

UNWIND $ids AS id
MATCH (n:$($label) {key: id})
SET n.evidence = [place IN n.evidence WHERE NOT place STARTS WITH $sha256]
RETURN n.key AS id, size(n.evidence) AS left, n AS stands;

UNWIND $ids AS id
MATCH (a)-[r:$($type) {id: id}]->(b)
SET r.evidence = [place IN r.evidence WHERE NOT place STARTS WITH $sha256]
RETURN r.id AS id, size(r.evidence) AS left, a, r AS stands, b;

UNWIND $ids AS id
MATCH (n:$($label) {key: id})
DETACH DELETE n;

UNWIND $ids AS id
MATCH ()-[r:$($type) {id: id}]->()
DELETE r;

MATCH (:EvidenceFile {key: $sha256})<-[seen:SEEN_IN]-(n)
WITH seen, n
LIMIT $limit
DELETE seen
WITH DISTINCT n
OPTIONAL MATCH (n)-[other:SEEN_IN]->(:EvidenceFile)
WITH n, count(other) AS files, collect(coalesce(other.names, [])) AS lists
WITH n, files, reduce(all = [], names IN lists | all + names) AS names
SET n.names = CASE WHEN size(names) = 0 THEN null ELSE coll.sort(coll.distinct(names)) END
WITH n, files
WHERE files = 0
DETACH DELETE n
RETURN count(*) AS gone;

MATCH (f:EvidenceFile {key: $sha256})
RETURN COUNT { (f)<-[:SEEN_IN]-() } AS left;

MATCH (r:Reject {file: $sha256})
WITH r
LIMIT $limit
DELETE r
RETURN count(*) AS gone;

MATCH (f:EvidenceFile {key: $sha256})
OPTIONAL MATCH (c:Coverage {file: $sha256})
DETACH DELETE c, f;
