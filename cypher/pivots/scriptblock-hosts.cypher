// title: Hosts where the same script was compiled
// from: ScriptBlock
// why: Where else did this script run? Texts with the same fingerprint, earliest first; a text with missing parts has none.
MATCH (block:ScriptBlock {key: $key})
WHERE block.fingerprint <> ''
MATCH (same:ScriptBlock {fingerprint: block.fingerprint})-[stands:ON]->(host:Host)
RETURN [block, same, stands, host] AS path
ORDER BY same.start, same.key
LIMIT $limit;

// fires on: a script on two hosts
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), fingerprint: 'aa'})-[:ON {id: 'l1', by: 'script-block'}]->(:Host {key: 'device:d1'})
CREATE (:ScriptBlock {key: 'b2', start: datetime('2026-03-01T10:05:13Z'), fingerprint: 'aa'})-[:ON {id: 'l2', by: 'script-block'}]->(:Host {key: 'device:d2'});

// stays quiet on: two texts that are not whole
CREATE (:ScriptBlock {key: 'b1', start: datetime('2026-03-01T10:00:13Z'), fingerprint: ''})-[:ON {id: 'l1', by: 'script-block'}]->(:Host {key: 'device:d1'})
CREATE (:ScriptBlock {key: 'b2', start: datetime('2026-03-01T10:05:13Z'), fingerprint: ''})-[:ON {id: 'l2', by: 'script-block'}]->(:Host {key: 'device:d2'});
