// title: Ledger of an evidence file; of a file that was complete before only the place it was found at is added
MERGE (f:EvidenceFile {key: $sha256})
ON CREATE SET f.complete = false, f.stored = 0, f.duplicate = 0, f.read = 0, f.places = []
FOREACH (_ IN CASE WHEN $name IN f.places THEN [] ELSE [1] END |
  SET f.places = f.places + $name)
FOREACH (_ IN CASE WHEN f.complete THEN [] ELSE [1] END |
  SET f += $ledger, f.stored = f.stored + $stored, f.duplicate = f.duplicate + $duplicate);
