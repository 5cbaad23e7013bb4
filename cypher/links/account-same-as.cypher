// title: One account by SID and by name
// why: Defender rows carry a SID, PowerShell events only DOMAIN\user. The two are tied when the SID was seen under that very name, or
//   under that name with the domain spelled short or in full. A name that several SIDs bore is shown with its conflict.
// needs: none
// adds: SAME_AS
// then: AccountFaces
MATCH (account:Account)
RETURN account.key AS key,
       account.names AS names;

MATCH (account:Account)-[same:SAME_AS {by: 'account-same-as'}]->(other:Account)
RETURN same.id AS id,
       same.confidence AS confidence,
       same.reason AS reason,
       same.ambiguous AS ambiguous,
       same.conflict AS conflict;

UNWIND $rows AS row
MATCH (account:Account {key: row.from})
MATCH (other:Account {key: row.to})
CREATE (account)-[:SAME_AS {
  id: row.id, by: 'account-same-as', confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, conflict: row.conflict
}]->(other);

UNWIND $ids AS id
MATCH (:Account)-[same:SAME_AS {id: id}]->(:Account)
DELETE same;

// fires on: a SID seen under the name that another log writes alone
CREATE (:Account {key: 'sid:s-1-5-21-1-2-3-1104', names: ['contoso\\svc_backup']})
CREATE (:Account {key: 'name:contoso\\svc_backup', names: ['contoso\\svc_backup']});

// stays quiet on: accounts of one name in two domains
CREATE (:Account {key: 'sid:s-1-5-21-1-2-3-1104', names: ['contoso\\svc_backup']})
CREATE (:Account {key: 'name:fabrikam\\svc_backup', names: ['fabrikam\\svc_backup']});
