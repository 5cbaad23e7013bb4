// title: Names in conflict
// from: Host
// why: Which other names or ids does the evidence tie to this host without being able to tell whether they are the same machine?
MATCH (host:Host {key: $key})-[same:SAME_AS]-(other:Host)
WHERE coalesce(same.conflict, '') <> '' OR coalesce(same.ambiguous, false)
RETURN [host, same, other] AS path
ORDER BY other.key
LIMIT $limit;

// fires on: a name that two device ids bore
CREATE (:Host {key: 'device:d1', names: ['srv1.contoso.com']})-[:SAME_AS {
  id: 'l1', by: 'host-same-as', confidence: 0.5, conflict: 'srv1.contoso.com is borne by 2: device:d1, device:d2', ambiguous: true
}]->(:Host {key: 'device:d2', names: ['srv1.contoso.com']});

// stays quiet on: a short name and the one full name it fits
CREATE (:Host {key: 'host:srv1'})-[:SAME_AS {id: 'l1', by: 'host-same-as', confidence: 0.9, conflict: '', ambiguous: false}]->(:Host {key: 'device:d1'});
