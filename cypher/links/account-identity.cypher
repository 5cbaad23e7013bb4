// title: The identity behind each account face
// why: Detections count logons and commands by identity, not by spelling: faces that are surely one carry the same `identity`, the
//   key of the face that stands for it (a SID before a name).
// needs: account-same-as
// adds: Account.identity
MATCH (account:Account)
RETURN account.key AS id,
       head(COLLECT {
         MATCH (account) (()-[same:SAME_AS WHERE NOT same.ambiguous AND same.conflict = '']-()){0,6} (face:Account)
         RETURN face.key
         ORDER BY face.key DESC
         LIMIT 1
       }) AS identity;

MATCH (account:Account)
WHERE account.identity IS NOT NULL
RETURN account.key AS id,
       account.identity AS identity;

UNWIND $rows AS row
MATCH (account:Account {key: row.id})
SET account.identity = row.identity;

UNWIND $ids AS id
MATCH (account:Account {key: id})
SET account.identity = null;

// fires on: any account
CREATE (:Account {key: 'name:contoso\\svc_backup', names: ['contoso\\svc_backup']});

// stays quiet on: a graph without accounts
CREATE (:Host {key: 'host:srv1', names: ['srv1']});
