// title: Hosts that reached it
// from: Host
// why: Where did it come from? Remote PowerShell from other hosts, newest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (origin:Host)-[remoted:REMOTED]->(host)
RETURN nodes(way) + relationships(way) + [remoted, origin] AS path
ORDER BY remoted.at DESC, origin.key
LIMIT $limit;

// fires on: a host on which another opened a remote session
CREATE (:Host {key: 'device:d1'})-[:REMOTED {id: 'l1', by: 'remote-powershell', at: datetime('2026-03-01T10:05:00Z')}]->(:Host {key: 'device:d2'});

// stays quiet on: a remote session whose origin no log names
CREATE (:PowerShellSession {key: 'p1', remote: true, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d2'});
