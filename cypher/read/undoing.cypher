// title: Files whose import is being taken back
MATCH (f:EvidenceFile)
WHERE f.undoing
RETURN f.key AS sha256;
