// title: Pointers to the raw records that alerts rest on
UNWIND $ids AS id
MATCH (alert:Alert {key: id})
RETURN alert.key AS id, alert.evidence AS records;
