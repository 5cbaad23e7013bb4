// title: Events of one relationship type by their ids, with their ends
UNWIND $ids AS id
MATCH (a)-[r:$($kind) {id: id}]->(b)
RETURN a, r AS stands, b;
