// title: Events that are small nodes, by their ids or by their operation, with what they belong to
CALL () {
  UNWIND $ids AS id
  MATCH (event:ActivityEvent {key: id})
  RETURN event
  UNION
  UNWIND $ids AS id
  MATCH (event:FileEvent {key: id})
  RETURN event
  UNION
  UNWIND $ids AS id
  MATCH (event:HostEvent {key: id})
  RETURN event
  UNION
  UNWIND $operations AS operation
  MATCH (event:ActivityEvent)-[:OF]->(:Operation {key: operation})
  RETURN event
}
MATCH (event)-[belongs:OF|ON]->(subject)
RETURN event AS node, [event, belongs, subject] AS path
ORDER BY event.at, event.key;
