// title: The time of the newest event
CALL () {
  MATCH (event:ActivityEvent|BehaviorAnomaly|DirectoryChange|FileEvent|HostEvent|ProcessEvent|SignIn)
  RETURN max(event.at) AS at
  UNION ALL
  MATCH ()-[event:EXECUTED|CONNECTED|LOGGED_ON|ATTEMPTED_LOGON]->()
  RETURN max(event.at) AS at
}
RETURN max(at) AS at;
