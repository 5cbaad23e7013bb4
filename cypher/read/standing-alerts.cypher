// title: Which of found alerts stand as they were found before
UNWIND $rows AS row
MATCH (alert:Alert {key: row.id})
WHERE alert.content = row.content
  AND alert.status <> 'withdrawn'
RETURN alert.key AS id,
       COUNT { (alert)-[:ABOUT]->() } AS abouts,
       alert.status AS status,
       coalesce(alert.statusReason, '') AS statusReason,
       coalesce(alert.owner, '') AS owner,
       coalesce(alert.note, '') AS note;
