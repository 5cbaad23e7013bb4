// title: The machine behind each host face
// why: Links and detections compare machines, not names: two faces that are surely one carry the same `machine`, the key of the
//   face that stands for it (a device before a name). Ties in conflict or with several candidates are not followed: what
//   contradicts itself stands on the host as its `conflict`. A host that becomes another machine keeps the former ones until all
//   links are made, so that what was made of these is looked at again though links were stopped in between.
// needs: host-same-as
// adds: Host.machine, Host.conflict, Host.formerMachines
MATCH (host:Host)
WITH host,
     coalesce(host.names, []) AS names
WITH host, names,
     [name IN names | CASE WHEN name =~ '[0-9.]+|.*:.*' THEN name ELSE head(split(name, '.')) END] AS labels
WITH host,
     CASE
       WHEN size(coll.distinct(labels)) > 1 OR size([i IN range(0, size(names) - 1) WHERE names[i] <> labels[i]]) > 1
         THEN [host.key + ' is recorded under unrelated names: ' + reduce(all = head(names), name IN tail(names) | all + ', ' + name)]
       ELSE []
     END + COLLECT {
       MATCH (host)-[same:SAME_AS]-()
       WHERE same.conflict <> ''
       RETURN DISTINCT same.conflict
       ORDER BY same.conflict
     } AS conflicts
RETURN host.key AS id,
       head(COLLECT {
         MATCH (host) (()-[same:SAME_AS WHERE NOT same.ambiguous AND same.conflict = '']-()){0,6} (face:Host)
         RETURN face.key
         ORDER BY face.key
         LIMIT 1
       }) AS machine,
       CASE
         WHEN size(conflicts) > 0
           THEN reduce(all = head(conflicts), conflict IN tail(coll.distinct(conflicts)) | all + '; ' + conflict)
       END AS conflict;

MATCH (host:Host)
WHERE host.machine IS NOT NULL
RETURN host.key AS id,
       host.machine AS machine,
       host.conflict AS conflict;

UNWIND $rows AS row
MATCH (host:Host {key: row.id})
SET host.formerMachines = CASE
  WHEN host.machine <> row.machine THEN coll.distinct(coalesce(host.formerMachines, []) + host.machine)
  ELSE host.formerMachines
END
SET host.machine = row.machine,
    host.conflict = row.conflict;

UNWIND $ids AS id
MATCH (host:Host {key: id})
SET host.formerMachines = coll.distinct(coalesce(host.formerMachines, []) + host.machine)
SET host.machine = null,
    host.conflict = null;

// fires on: any host
CREATE (:Host {key: 'host:srv1', names: ['srv1']});

// stays quiet on: a graph without hosts
CREATE (:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']});
