// title: Runs of detections by schedule; of each rule only the newest runs are kept, with the last that covered its range
UNWIND $runs AS row
MERGE (run:DetectionRun {key: row.key})
SET run += row,
    run.scheduled = true;

UNWIND $rules AS rule
CALL (rule) {
  MATCH (run:DetectionRun {rule: rule})
  WITH run
  ORDER BY run.at DESC, run.key
  WITH collect(run) AS runs
  WITH runs, head([run IN runs WHERE run.scheduled AND run.covers]) AS covering
  UNWIND runs[$keep..] AS old
  WITH old, covering
  WHERE covering IS NULL OR old <> covering
  DETACH DELETE old
};
