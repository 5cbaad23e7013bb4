// title: Takes the lease of the one watch of a graph, or renews it, unless another holds it; who holds it then; gives it back
MERGE (lease:WatchLease {key: 'watch'})
// Whoever writes first makes the other wait, and read what was written.
SET lease.asked = $now
WITH lease,
     lease.owner IS NULL OR lease.owner IN [$owner, $dead] OR lease.expires <= $now AS free
FOREACH (_ IN CASE WHEN free AND NOT coalesce(lease.owner = $owner, false) THEN [1] ELSE [] END |
  SET lease.owner = $owner, lease.host = $host, lease.pid = $pid, lease.since = $now)
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET lease.expires = $expires)
RETURN lease.owner AS owner, lease.host AS host, lease.pid AS pid, lease.since AS since, lease.expires AS expires;

MATCH (lease:WatchLease {key: 'watch', owner: $owner})
SET lease.owner = null, lease.host = null, lease.pid = null, lease.since = null, lease.expires = null;
