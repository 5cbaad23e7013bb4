// title: Machines of which something was read, or taken back, since links were last made: those of hosts that unlinked files, or no files, name, of sessions and scripts left without a host, and of sessions whose connected user got an account; with the number of their commands; how many files are unlinked; which, and the last batch that was stored of each
CALL () {
  MATCH (host:Host)
  WHERE NOT EXISTS { MATCH (host)-[:SEEN_IN]->(:EvidenceFile) }
    OR EXISTS { MATCH (host)-[:SEEN_IN]->(file:EvidenceFile) WHERE NOT coalesce(file.linked, false) }
  RETURN host.machine AS machine
  UNION
  MATCH (made:PowerShellSession|ScriptBlock)
  WHERE NOT EXISTS { MATCH (made)-[:ON]->(:Host) }
  RETURN made.machine AS machine
  UNION
  MATCH (session:PowerShellSession)
  WHERE session.connectedUser <> ''
  MATCH (account:Account {key: 'name:' + toLower(session.connectedUser)})-[:SEEN_IN]->(file:EvidenceFile)
  WHERE NOT coalesce(file.linked, false)
  RETURN session.machine AS machine
  UNION
  UNWIND $moved AS machine
  RETURN machine
}
WITH DISTINCT machine
WHERE machine IS NOT NULL
OPTIONAL MATCH (host:Host {machine: machine})
RETURN machine,
       sum(COUNT { (host)-[:EXECUTED]->() }) AS commands
ORDER BY machine;

MATCH (file:EvidenceFile)
WHERE NOT coalesce(file.linked, false)
RETURN count(file) AS files;

MATCH (file:EvidenceFile)
WHERE NOT coalesce(file.linked, false)
RETURN file.key AS key, coalesce(toString(file.batch), '') AS batch;
