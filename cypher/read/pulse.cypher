// title: How many alerts and evidence files there are
RETURN COUNT { (:Alert) } AS alerts, COUNT { (:EvidenceFile) } AS files;
