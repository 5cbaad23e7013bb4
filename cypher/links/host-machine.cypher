// title: The machine behind each host face
// why: Links and detections compare machines, not names: two faces that are surely one carry the same `machine`, the key of the
//   face that stands for it (a device before a name). Ties in conflict or with several candidates are not followed.
// needs: host-same-as
// adds: Host.machine
MATCH (host:Host)
RETURN host.key AS id,
       head(COLLECT {
         MATCH (host) (()-[same:SAME_AS WHERE NOT same.ambiguous AND same.conflict = '']-()){0,6} (face:Host)
         RETURN face.key
         ORDER BY face.key
         LIMIT 1
       }) AS machine;

MATCH (host:Host)
WHERE host.machine IS NOT NULL
RETURN host.key AS id,
       host.machine AS machine;

UNWIND $rows AS row
MATCH (host:Host {key: row.id})
SET host.machine = row.machine;

UNWIND $ids AS id
MATCH (host:Host {key: id})
SET host.machine = null;

// fires on: any host
CREATE (:Host {key: 'host:srv1', names: ['srv1']});

// stays quiet on: a graph without hosts
CREATE (:Account {key: 'name:contoso\\svc', names: ['contoso\\svc']});
