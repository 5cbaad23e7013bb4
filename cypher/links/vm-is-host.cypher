// title: The host that a virtual machine is
// why: The cloud knows the VM by its resource id, the host logs know a computer name. First choice is the computer name that a VM
//   write recorded; without one, the VM's name is compared with the first label of the host's name, ignoring case, whole or cut to
//   the 15 characters that Windows keeps. Where several VMs or machines qualify, every pair is shown with 1/n.
// needs: host-machine
// adds: IS
// then: VmHosts
MATCH (vm:VirtualMachine)
RETURN 'vm' AS kind,
       vm.key AS key,
       [vm.name] AS names,
       [] AS evidence
UNION ALL
MATCH (event:ActivityEvent)-[:OF]->(:Operation)-[:TARGETED]->(vm:VirtualMachine)
WHERE event.computerName <> ''
WITH DISTINCT vm, event
RETURN 'computer' AS kind,
       vm.key AS key,
       [toLower(event.computerName)] AS names,
       event.evidence AS evidence
UNION ALL
MATCH (host:Host)
RETURN 'host' AS kind,
       host.machine AS key,
       host.names AS names,
       [] AS evidence;

MATCH (vm:VirtualMachine)-[is:IS]->(host:Host)
RETURN is.id AS id,
       is.confidence AS confidence,
       is.reason AS reason,
       is.ambiguous AS ambiguous,
       is.evidence AS evidence;

UNWIND $rows AS row
MATCH (vm:VirtualMachine {key: row.from})
MATCH (host:Host {key: row.to})
CREATE (vm)-[:IS {
  id: row.id, by: 'vm-is-host', confidence: row.confidence, reason: row.reason, ambiguous: row.ambiguous, evidence: row.evidence
}]->(host);

UNWIND $ids AS id
MATCH (:VirtualMachine)-[is:IS {id: id}]->(:Host)
DELETE is;

// fires on: a VM whose name is the first label of a device's name, in another case
CREATE (:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (:Host {key: 'device:d1', names: ['testrig1.contoso.com']});

// stays quiet on: a VM without a host of that name
CREATE (:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (:Host {key: 'device:d1', names: ['testrig10.contoso.com']});
