// title: Ids of the events that a file is evidence of: nodes of one label, or relationships of one type
MATCH (n:$($kind))
WHERE any(place IN n.evidence WHERE place STARTS WITH $sha256)
RETURN n.key AS id;

MATCH ()-[r:$($kind)]->()
WHERE any(place IN r.evidence WHERE place STARTS WITH $sha256)
RETURN r.id AS id;
