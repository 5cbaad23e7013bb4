// title: The newest runs of each detection
MATCH (run:DetectionRun)
WITH run
ORDER BY run.at DESC, run.key
WITH run.rule AS rule, collect(run)[..$limit] AS runs
UNWIND runs AS run
RETURN rule,
       run.at AS at,
       run.from AS from,
       run.to AS to,
       run.rows AS rows,
       run.completeness AS state,
       run.reasons AS reasons,
       run.millis AS millis,
       run.scheduled AS scheduled,
       run.settings AS settings
ORDER BY rule, at DESC;
