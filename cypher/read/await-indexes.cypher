// title: Waits until every index is filled, at most $seconds
CALL db.awaitIndexes($seconds);
