// Everything that a link added, with the reason
MATCH (n) WHERE n.by IS NOT NULL
RETURN labels(n)[0] + ' ' + n.key AS element, n.reason AS reason
UNION ALL
MATCH (a)-[r]->(b) WHERE r.by IS NOT NULL
RETURN type(r) + ' ' + r.id + ' ' + a.key + ' ' + b.key AS element, r.reason AS reason
