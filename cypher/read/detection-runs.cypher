// title: Of each rule that was run by schedule, when it was last run, and the last run that covered its range
MATCH (run:DetectionRun)
WHERE run.scheduled
WITH run
ORDER BY run.at DESC, run.key
WITH run.rule AS rule,
     max(run.at) AS at,
     head(collect(CASE WHEN run.covers THEN run END)) AS covering
RETURN rule,
       at,
       covering.to AS to,
       covering.linking AS linking,
       covering.version AS version;
