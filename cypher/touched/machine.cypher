// title: Machines of which something was read, or taken back, since links were last made: those of hosts that unlinked files, or no files, name, and of sessions whose connected user got an account; with the number of their records; and, where a host was of another machine then, both. Where no file is linked, as after an import was taken back, what was left without a host counts, too
CALL () {
  MATCH (host:Host)
  WHERE NOT EXISTS { MATCH (host)-[:SEEN_IN]->(:EvidenceFile) }
    OR EXISTS { MATCH (host)-[:SEEN_IN]->(file:EvidenceFile) WHERE NOT coalesce(file.linked, false) }
  RETURN host.machine AS machine
  UNION
  WITH COUNT { MATCH (file:EvidenceFile) WHERE file.linked } AS linked
  WHERE linked = 0
  MATCH (made:PowerShellSession|ScriptBlock|ScriptFile)
  WHERE NOT EXISTS { MATCH (made)-[:ON]->(:Host) }
  RETURN made.machine AS machine
  UNION
  MATCH (account:Account)-[:SEEN_IN]->(file:EvidenceFile)
  WHERE NOT coalesce(file.linked, false)
    AND NOT EXISTS { MATCH (account)-[:SEEN_IN]->(known:EvidenceFile) WHERE known.linked }
  WITH collect(DISTINCT account.key) AS accounts
  WHERE size(accounts) > 0
  MATCH (session:PowerShellSession)
  WHERE session.connectedUser <> ''
    AND 'name:' + toLower(session.connectedUser) IN accounts
  RETURN session.machine AS machine
  UNION
  MATCH (host:Host)
  WHERE host.formerMachines IS NOT NULL
  UNWIND host.formerMachines + host.machine AS machine
  RETURN machine
}
WITH DISTINCT machine
WHERE machine IS NOT NULL
OPTIONAL MATCH (host:Host {machine: machine})
RETURN machine AS subject,
       sum(COUNT { (host)-[:EXECUTED]->() } + COUNT { (host)<-[:ON]-() }) AS weight
ORDER BY subject;
