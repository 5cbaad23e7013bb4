// title: Records of an evidence file that were rejected
UNWIND $rows AS row
MERGE (r:Reject {key: row.key})
ON CREATE SET r.file = row.file, r.record = row.record, r.line = row.line, r.offset = row.offset, r.reason = row.reason;
