// title: Script texts that PowerShell compiled, put together from their parts
// why: PowerShell logs a long script in several parts (event 4104), of which some may be lost or not exported. Parts of one script
//   block on one machine are one text; which are missing is said. The fingerprint is equal for the same script on any host, whatever
//   its blanks and case, and is there only when all parts are.
// needs: host-machine
// adds: ScriptBlock, ON
// per: machine
// then: ScriptBlocks
MATCH (part:HostEvent)-[:ON]->(host:Host)
WHERE host.machine IN $machines
  AND part.scriptBlockId IS NOT NULL
RETURN part.key AS event,
       part.at AS at,
       host.key AS host,
       host.machine AS machine,
       part.scriptBlockId AS scriptBlockId,
       part.part AS part,
       part.parts AS parts,
       CASE WHEN part.part = 1 THEN left(part.scriptBlockText, 1000) ELSE '' END AS text,
       part.scriptBlockLength AS length,
       part.scriptBlockHash AS hash,
       coalesce(part.path, '') AS path,
       coalesce(part.account, '') AS account,
       part.processId AS processId,
       part.evidence AS evidence;

MATCH (block:ScriptBlock)
WHERE block.machine IN $machines
OPTIONAL MATCH (block)-[:ON]->(host:Host)
RETURN block.key AS id,
       host.key AS host,
       block.machine AS machine,
       block.scriptBlockId AS scriptBlockId,
       block.start AS start,
       block.end AS end,
       block.parts AS parts,
       block.missing AS missing,
       block.gap AS gap,
       block.text AS text,
       block.length AS length,
       block.fingerprint AS fingerprint,
       block.path AS path,
       block.account AS account,
       block.processId AS processId,
       block.confidence AS confidence,
       block.reason AS reason,
       block.evidence AS evidence;

UNWIND $rows AS row
MATCH (host:Host {key: row.host})
MERGE (block:ScriptBlock {key: row.id})
SET block.by = 'script-block',
    block.machine = row.machine,
    block.scriptBlockId = row.scriptBlockId,
    block.start = row.start,
    block.end = row.end,
    block.parts = row.parts,
    block.missing = row.missing,
    block.gap = row.gap,
    block.text = row.text,
    block.length = row.length,
    block.fingerprint = row.fingerprint,
    block.path = row.path,
    block.account = row.account,
    block.processId = row.processId,
    block.confidence = row.confidence,
    block.reason = row.reason,
    block.evidence = row.evidence
WITH row, host, block
CALL (host, block) {
  MATCH (block)-[elsewhere:ON]->(other:Host)
  WHERE other <> host
  DELETE elsewhere
}
MERGE (block)-[place:ON {id: row.id}]->(host)
SET place.by = 'script-block',
    place.confidence = 1.0,
    place.reason = 'its parts are of this host';

UNWIND $ids AS id
MATCH (block:ScriptBlock {key: id})
DETACH DELETE block;

// fires on: two of three parts
CREATE (h:Host {key: 'host:srv1', names: ['srv1']})
CREATE (:HostEvent {
  key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 4104, scriptBlockId: 'c226e5f5', part: 1, parts: 3, scriptBlockText: 'Get-Process',
  scriptBlockLength: 11, scriptBlockHash: 'aa', processId: 77, evidence: []
})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(h)
CREATE (:HostEvent {
  key: 'w2', at: datetime('2021-11-22T09:00:00Z'), eventId: 4104, scriptBlockId: 'c226e5f5', part: 3, parts: 3, scriptBlockText: 'Out-Null',
  scriptBlockLength: 8, scriptBlockHash: 'bb', processId: 77, evidence: []
})-[:ON {id: 'w2', at: datetime('2021-11-22T09:00:00Z')}]->(h);

// stays quiet on: other PowerShell events
CREATE (:HostEvent {key: 'w1', at: datetime('2021-11-22T09:00:00Z'), eventId: 400, hostId: '3a01e863', runspaceId: 'c1', hostName: 'ConsoleHost', evidence: []})-[:ON {id: 'w1', at: datetime('2021-11-22T09:00:00Z')}]->(:Host {key: 'host:srv1', names: ['srv1']});
