// title: The operation that put a script on a host
// why: A Run Command operation on a VM and a script file on the machine which that VM is belong together when the file appears from
//   30 seconds before the operation's start to 2 minutes after its end (90 minutes after its start where no end was logged). Each
//   operation gets one script and each script one operation, in the order of time by the smallest delay; where several fit equally
//   well all are shown with 1/n. A script number that goes back between two operations of one machine lowers the confidence.
// needs: operation-outcome, vm-is-host, script-file
// adds: DROPPED
// then: ScriptAssignment
MATCH (operation:Operation {family: 'run-command'})-[:TARGETED]->(vm:VirtualMachine)
WITH DISTINCT operation, vm
MATCH (vm)-[tie:IS]->(host:Host)
MATCH (script:ScriptFile)
WHERE script.machine = host.machine
  AND script.at >= operation.start - duration({seconds: 30})
  AND script.at <= coalesce(operation.end, operation.start + duration({minutes: 90})) + duration({minutes: 2})
RETURN operation.key AS operation,
       operation.start AS start,
       operation.outcome AS outcome,
       script.key AS script,
       script.name AS name,
       script.machine AS machine,
       script.at AS at,
       tie.confidence AS tieConfidence,
       tie.reason AS tieReason,
       COLLECT {
         MATCH (operation)<-[:OF]-(event:ActivityEvent)
         UNWIND event.evidence AS place
         RETURN DISTINCT place
         ORDER BY place
       } + script.evidence AS evidence;

MATCH (:Operation)-[dropped:DROPPED]->(:ScriptFile)
RETURN dropped.id AS id,
       dropped.at AS at,
       dropped.confidence AS confidence,
       dropped.reason AS reason,
       dropped.ambiguous AS ambiguous,
       dropped.evidence AS evidence;

UNWIND $rows AS row
MATCH (operation:Operation {key: row.from})
MATCH (script:ScriptFile {key: row.to})
CREATE (operation)-[:DROPPED {
  id: row.id, by: 'script-dropped', at: row.at, confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(script);

UNWIND $ids AS id
MATCH (:Operation)-[dropped:DROPPED {id: id}]->(:ScriptFile)
DELETE dropped;

// fires on: a run command and a script 12 seconds later on the device of the VM's name
CREATE (h:Host {key: 'device:d1', names: ['testrig1.contoso.com']})
CREATE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (o:Operation {key: 'c1|vm'})-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h);

// stays quiet on: the same script number on another machine at that time
CREATE (h:Host {key: 'device:d2', names: ['testrig2.contoso.com']})
CREATE (vm:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (o:Operation {key: 'c1|vm'})-[:TARGETED {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(vm)
CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), status: 'START', operation: 'microsoft.compute/virtualmachines/runcommand/action', evidence: []})-[:OF {id: 'e1', at: datetime('2021-11-22T10:00:00Z')}]->(o)
CREATE (:FileEvent {
  key: 'f1', at: datetime('2021-11-22T10:00:12Z'), ActionType: 'FileCreated', FileName: 'script6.ps1',
  InitiatingProcessFileName: 'RunCommandExtension.exe', evidence: []
})-[:ON {id: 'f1', at: datetime('2021-11-22T10:00:12Z')}]->(h);
