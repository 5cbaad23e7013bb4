// title: Hosts reached from it
// from: Host
// why: Where did it go from here? Remote PowerShell to other hosts, newest first.
MATCH way = ANY SHORTEST (:Host {key: $key}) (()-[same:SAME_AS WHERE coalesce(same.conflict, '') = '' AND NOT coalesce(same.ambiguous, false)]-()){0,6} (host:Host)
MATCH (host)-[remoted:REMOTED]->(onward:Host)
RETURN nodes(way) + relationships(way) + [remoted, onward] AS path
ORDER BY remoted.at DESC, onward.key
LIMIT $limit;

// fires on: a host that opened a remote session on another
CREATE (:Host {key: 'device:d1'})-[:REMOTED {id: 'l1', by: 'remote-powershell', at: datetime('2026-03-01T10:05:00Z')}]->(:Host {key: 'device:d2'});

// stays quiet on: a host on which PowerShell stayed local
CREATE (:PowerShellSession {key: 'p1', remote: false, start: datetime('2026-03-01T10:00:12Z')})-[:ON {id: 'l1', by: 'sessions'}]->(:Host {key: 'device:d1'});
