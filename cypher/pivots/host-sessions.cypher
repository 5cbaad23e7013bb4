// title: PowerShell sessions on it
// from: Host
// why: Who ran PowerShell here? Remote sessions first, then newest first, with the account when it
//   is known.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (session:PowerShellSession)-[stands:ON]->(host)
OPTIONAL MATCH (account:Account)-[opened:OPENED]->(session)
RETURN nodes(way) + relationships(way) + [stands, session] + [part IN [account, opened] WHERE part IS NOT NULL] AS path
ORDER BY coalesce(session.remote, false) DESC, session.start DESC, session.key, account.key
LIMIT $limit;

// fires on: a session without an account
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});

// stays quiet on: a host that only executed a command
CREATE (:Host {key: 'device:d1'})-[:EXECUTED {id: 'e1', at: datetime('2026-03-01T10:00:12Z')}]->(:Command {key: 'get-process'});
