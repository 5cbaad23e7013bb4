// title: When an evidence file has records of which source
UNWIND $rows AS row
MERGE (c:Coverage {key: row.key})
SET c += row;
