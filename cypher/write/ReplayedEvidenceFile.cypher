// title: Where the files behind an export stood; an exported script carries this statement with its rows written in
UNWIND $rows AS row
MERGE (f:EvidenceFile {key: row.key})
ON CREATE SET f.name = row.name, f.places = [row.name], f.complete = true;
