// title: The identity behind each caller face
// why: Detections count operations and sign-ins by identity, not by spelling: faces that are surely one carry the same `identity`,
//   the key of the face that stands for it (an object id before a name).
// needs: caller-same-as
// adds: Caller.identity
MATCH (caller:Caller)
RETURN caller.key AS id,
       head(COLLECT {
         MATCH (caller) (()-[same:SAME_AS WHERE NOT same.ambiguous AND same.conflict = '']-()){0,6} (face:Caller)
         RETURN face.key
         ORDER BY NOT face.key STARTS WITH 'oid:', face.key
         LIMIT 1
       }) AS identity;

MATCH (caller:Caller)
WHERE caller.identity IS NOT NULL
RETURN caller.key AS id,
       caller.identity AS identity;

UNWIND $rows AS row
MATCH (caller:Caller {key: row.id})
SET caller.identity = row.identity;

UNWIND $ids AS id
MATCH (caller:Caller {key: id})
SET caller.identity = null;

// fires on: any caller
CREATE (:Caller {key: 'upn:alice@contoso.com', names: ['alice@contoso.com']});

// stays quiet on: a graph without callers
CREATE (:Host {key: 'host:srv1', names: ['srv1']});
