// title: Rejected records of one evidence file
MATCH (r:Reject {file: $sha256})
RETURN r.record AS record, r.line AS line, r.offset AS offset, r.reason AS reason
ORDER BY r.record
LIMIT $limit;
