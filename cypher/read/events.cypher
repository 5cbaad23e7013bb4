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
  UNWIND $ids AS id
  MATCH (event:ProcessEvent {key: id})
  RETURN event
  UNION
  UNWIND $ids AS id
  MATCH (event:SignIn {key: id})
  RETURN event
  UNION
  UNWIND $ids AS id
  MATCH (event:DirectoryChange {key: id})
  RETURN event
  UNION
  UNWIND $ids AS id
  MATCH (event:BehaviorAnomaly {key: id})
  RETURN event
  UNION
  UNWIND $operations AS operation
  MATCH (event:ActivityEvent)-[:OF]->(:Operation {key: operation})
  RETURN event
}
MATCH (event)-[belongs:OF|ON|SIGNED_IN|INITIATED|SHOWED]-(subject)
RETURN event AS node, [event, belongs, subject] AS path
ORDER BY event.at, event.key;
