// title: Events that are small nodes, by their ids, with what they belong to
UNWIND $ids AS id
CALL (id) {
  MATCH (event:ActivityEvent {key: id})
  RETURN event
  UNION
  MATCH (event:FileEvent {key: id})
  RETURN event
  UNION
  MATCH (event:HostEvent {key: id})
  RETURN event
}
MATCH (event)-[belongs:OF|ON]->(subject)
RETURN event AS node, [event, belongs, subject] AS path
ORDER BY event.at, event.key;
