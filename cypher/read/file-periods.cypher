// title: From when to when evidence files have records
MATCH (c:Coverage)
RETURN c.file AS file, min(c.first) AS first, max(c.last) AS last
ORDER BY file;
