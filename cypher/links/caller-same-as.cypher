// title: One cloud identity under its principal name and its ids
// why: Activity logs name a caller by principal name, by object id or by application id; sign-ins, claims and audit records say
//   which of these belong together. A principal name that two object ids bore is shown with its conflict and not read through.
// needs: none
// adds: SAME_AS
// then: CallerFaces
MATCH (caller:Caller)
RETURN caller.key AS key,
       caller.names AS names
UNION ALL
MATCH (signIn:SignIn)
WHERE signIn.ServicePrincipalId IS NOT NULL
MATCH (caller:Caller)-[:SIGNED_IN]->(signIn)
WHERE signIn.appId IS NOT NULL
RETURN DISTINCT caller.key AS key,
       [signIn.appId] AS names;

MATCH (caller:Caller)-[same:SAME_AS {by: 'caller-same-as'}]->(other:Caller)
RETURN same.id AS id,
       same.confidence AS confidence,
       same.reason AS reason,
       same.ambiguous AS ambiguous,
       same.conflict AS conflict;

UNWIND $rows AS row
MATCH (caller:Caller {key: row.from})
MATCH (other:Caller {key: row.to})
CREATE (caller)-[:SAME_AS {
  id: row.id, by: 'caller-same-as', confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, conflict: row.conflict
}]->(other);

UNWIND $ids AS id
MATCH (:Caller)-[same:SAME_AS {id: id}]->(:Caller)
DELETE same;

// fires on: a principal name and the object id that was seen with it, in another case
CREATE (:Caller {key: 'upn:adele@contoso.com', kind: 'upn', name: 'adele@contoso.com', names: ['Adele@Contoso.com']})
CREATE (:Caller {key: 'oid:9b117c67-170e-4aed-9702-658b3fddc889', kind: 'oid', name: '9b117c67-170e-4aed-9702-658b3fddc889', names: ['adele@contoso.com']});

// fires on: an application that acts under its application id and signs in under its object id
CREATE (:Caller {key: 'oid:bbbb0001-0000-4000-8000-000000000001', names: []})
CREATE (:Caller {key: 'oid:aaaa0001-0000-4000-8000-000000000001', names: ['backup robot']})-[:SIGNED_IN {id: 's1', at: datetime('2026-03-01T10:00:00Z')}]->(:SignIn {
  key: 's1', at: datetime('2026-03-01T10:00:00Z'), ServicePrincipalId: 'aaaa0001-0000-4000-8000-000000000001', appId: 'bbbb0001-0000-4000-8000-000000000001'
});

// stays quiet on: an application whose title is somebody's name
CREATE (:Caller {key: 'app:adele', kind: 'app', name: 'adele', names: ['adele']})
CREATE (:Caller {key: 'oid:9b117c67-170e-4aed-9702-658b3fddc889', kind: 'oid', name: '9b117c67-170e-4aed-9702-658b3fddc889', names: ['adele']});
