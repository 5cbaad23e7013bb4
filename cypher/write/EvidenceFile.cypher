// title: Ledger of an evidence file: opens it for a batch, and says whether this very batch was stored before, and whether it was opened for the first time; closes it with the batch's counts. Of a file that was complete before only the place it was found at is added
MERGE (f:EvidenceFile {key: $sha256})
ON CREATE SET f.name = $name, f.complete = false, f.stored = 0, f.duplicate = 0, f.read = 0, f.places = []
FOREACH (_ IN CASE WHEN $name IN f.places THEN [] ELSE [1] END |
  SET f.places = f.places + $name)
WITH f, f.batch = $batch AS known, f.batch IS NULL AS begins
SET f.undoing = null, f.batch = coalesce(f.batch, '')
RETURN known, begins, f.batchStored AS stored, f.batchDuplicate AS duplicate;

MATCH (f:EvidenceFile {key: $sha256})
SET f.linked = CASE WHEN f.complete AND $stored = 0 THEN f.linked ELSE false END,
    f.batch = $batch, f.batchStored = $stored, f.batchDuplicate = $duplicate
FOREACH (_ IN CASE WHEN f.complete THEN [] ELSE [1] END |
  SET f += $ledger, f.stored = f.stored + $stored, f.duplicate = f.duplicate + $duplicate);
