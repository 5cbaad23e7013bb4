// title: Machines of the hosts there are
MATCH (host:Host)
WHERE host.machine IS NOT NULL
RETURN host.key AS host,
       host.machine AS machine;
