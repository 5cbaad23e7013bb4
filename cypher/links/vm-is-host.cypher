// title: The host that a virtual machine is
// why: The cloud knows the VM by its resource id, the host logs know a computer name. Defender's inventory may tell the resource id
//   or the VM id of a device: then that is the machine, and no other VM is. Next is the computer name that a VM write recorded.
//   Without one, or when no host bears it, the VM's name is compared with the first label of the host's name, ignoring case, whole
//   or cut to the 15 characters that Windows keeps; an instance of a scale set is named by the set and its number.
//   Where several VMs or machines qualify, every pair is shown with 1/n.
// needs: host-machine
// adds: IS
// then: VmHosts
MATCH (vm:VirtualMachine)
RETURN 'vm' AS kind,
       vm.key AS key,
       [vm.name] AS names,
       [] AS evidence
UNION ALL
MATCH (event:ActivityEvent)
WHERE event.computerName IS NOT NULL
MATCH (event)-[:OF]->(:Operation)-[:TARGETED]->(vm:VirtualMachine)
WITH DISTINCT vm, event
RETURN 'computer' AS kind,
       vm.key AS key,
       [toLower(event.computerName)] AS names,
       event.evidence AS evidence
UNION ALL
MATCH (event:ActivityEvent)
WHERE event.vmId IS NOT NULL
MATCH (event)-[:OF]->(:Operation)-[:TARGETED]->(vm:VirtualMachine)
RETURN DISTINCT 'vm id' AS kind,
       vm.key AS key,
       [event.vmId] AS names,
       [] AS evidence
UNION ALL
MATCH (record:HostEvent)
WHERE record.AzureResourceId IS NOT NULL
MATCH (record)-[:ON]->(host:Host)
WITH record, host
ORDER BY record.at DESC, record.key
WITH toLower(record.AzureResourceId) AS resourceId, host.machine AS machine, head(collect(record)) AS latest
RETURN 'inventory' AS kind,
       resourceId AS key,
       [machine] AS names,
       latest.evidence AS evidence
UNION ALL
MATCH (record:HostEvent)
WHERE record.AzureVmId IS NOT NULL
MATCH (record)-[:ON]->(host:Host)
WITH record, host
ORDER BY record.at DESC, record.key
WITH toLower(record.AzureVmId) AS vmId, host.machine AS machine, head(collect(record)) AS latest
RETURN 'inventory' AS kind,
       vmId AS key,
       [machine] AS names,
       latest.evidence AS evidence
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

// fires on: a device that the inventory says is the VM, whatever its name
CREATE (:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/rig', name: 'rig'})
CREATE (:HostEvent {
  key: 'i1', at: datetime('2021-11-22T06:00:00Z'), table: 'DeviceInfo', evidence: [],
  AzureResourceId: '/subscriptions/s1/resourceGroups/RG1/providers/Microsoft.Compute/virtualMachines/Rig'
})-[:ON {id: 'i1', at: datetime('2021-11-22T06:00:00Z')}]->(:Host {key: 'device:d1', names: ['other.contoso.com']});

// stays quiet on: a VM without a host of that name
CREATE (:VirtualMachine {key: '/subscriptions/s1/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/testrig1', name: 'testrig1'})
CREATE (:Host {key: 'device:d1', names: ['testrig10.contoso.com']});
