// title: The time of the newest event
CALL () {
  MATCH (event:ActivityEvent|FileEvent|HostEvent)
  RETURN max(event.at) AS at
  UNION ALL
  MATCH ()-[event:EXECUTED|LOGGED_ON|ATTEMPTED_LOGON]->()
  RETURN max(event.at) AS at
}
RETURN max(at) AS at;
