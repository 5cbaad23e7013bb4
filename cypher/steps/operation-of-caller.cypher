// title: What the look-up of one principal asks of an operation, one step after the other
// steps: it took part in an operation of Azure's; the principal of the setting caller, under any of its names, asked for that; a record of it lies in the time that is asked for
UNWIND $operations AS key
MATCH (operation:Operation {key: key})
RETURN operation.key AS key;

MATCH (named:Caller)
WHERE named.key IN ['upn:' + toLower($caller), 'oid:' + toLower($caller), 'app:' + toLower($caller)]
WITH collect(coalesce(named.identity, named.key)) AS identities
UNWIND $operations AS key
MATCH (face:Caller)-[:INVOKED]->(operation:Operation {key: key})
WHERE coalesce(face.identity, face.key) IN identities
RETURN DISTINCT operation.key AS key;

MATCH (named:Caller)
WHERE named.key IN ['upn:' + toLower($caller), 'oid:' + toLower($caller), 'app:' + toLower($caller)]
WITH collect(coalesce(named.identity, named.key)) AS identities
UNWIND $operations AS key
MATCH (face:Caller)-[asked:INVOKED]->(operation:Operation {key: key})
WHERE coalesce(face.identity, face.key) IN identities
  AND ($from IS NULL OR asked.at >= $from)
  AND ($to IS NULL OR asked.at < $to)
RETURN DISTINCT operation.key AS key;
