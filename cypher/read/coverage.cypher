// title: When all evidence files have records of which source
MATCH (c:Coverage)
RETURN c.source AS source, toLower(c.computer) AS computer, c.count AS count, c.records AS records, c.recordTimes AS recordTimes, c.active AS active
ORDER BY source, computer, c.key;
