// title: One run of a detection
MERGE (run:DetectionRun {key: $key})
SET run.rule = $rule,
    run.at = $at,
    run.from = $from,
    run.to = $to,
    run.settings = $settings,
    run.rows = $rows,
    run.millis = $millis,
    run.completeness = $completeness,
    run.reasons = $reasons;
