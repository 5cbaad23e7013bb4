// title: Events of one label by their ids
UNWIND $ids AS id
MATCH (n:$($kind) {key: id})
RETURN n AS stands;
