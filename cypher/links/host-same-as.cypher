// title: One host under several names
// why: Defender names a device by its id and a full name, Windows events by a short or a full name, and one export mixes them. The
//   faces are tied, never merged. A short name that fits two full names, a name borne by two devices, a device under two unrelated
//   names: such ties are shown with their conflict and not read through.
// needs: none
// adds: SAME_AS
// then: HostFaces
MATCH (host:Host)
RETURN host.key AS key,
       host.names AS names;

MATCH (host:Host)-[same:SAME_AS {by: 'host-same-as'}]->(other:Host)
RETURN same.id AS id,
       same.confidence AS confidence,
       same.reason AS reason,
       same.ambiguous AS ambiguous,
       same.conflict AS conflict;

UNWIND $rows AS row
MATCH (host:Host {key: row.from})
MATCH (other:Host {key: row.to})
CREATE (host)-[:SAME_AS {
  id: row.id, by: 'host-same-as', confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, conflict: row.conflict
}]->(other);

UNWIND $ids AS id
MATCH (:Host)-[same:SAME_AS {id: id}]->(:Host)
DELETE same;

// fires on: a Defender device and a Windows computer of one full name, and its short name
CREATE (:Host {key: 'device:d1', names: ['srv1.contoso.com']})
CREATE (:Host {key: 'host:srv1.contoso.com', names: ['srv1.contoso.com']})
CREATE (:Host {key: 'host:srv1', names: ['srv1']});

// fires on: a name that two devices bear, as a conflict
CREATE (:Host {key: 'device:d1', names: ['srv1.contoso.com']})
CREATE (:Host {key: 'device:d2', names: ['srv1.contoso.com']});

// stays quiet on: two hosts of one short name in two domains
CREATE (:Host {key: 'host:srv1.contoso.com', names: ['srv1.contoso.com']})
CREATE (:Host {key: 'host:srv1.fabrikam.com', names: ['srv1.fabrikam.com']});
