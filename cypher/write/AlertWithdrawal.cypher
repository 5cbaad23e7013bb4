// title: Alerts whose first event is gone are withdrawn
MATCH (alert:Alert)
WHERE alert.status <> 'withdrawn'
  AND NOT EXISTS { MATCH (:ActivityEvent {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:FileEvent {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:HostEvent {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:ProcessEvent {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:SignIn {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:DirectoryChange {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH (:BehaviorAnomaly {key: alert.firstEvent}) }
  AND NOT EXISTS { MATCH ()-[:CONNECTED {id: alert.firstEvent}]->() }
  AND NOT EXISTS { MATCH ()-[:EXECUTED {id: alert.firstEvent}]->() }
  AND NOT EXISTS { MATCH ()-[:LOGGED_ON {id: alert.firstEvent}]->() }
  AND NOT EXISTS { MATCH ()-[:ATTEMPTED_LOGON {id: alert.firstEvent}]->() }
SET alert.status = 'withdrawn',
    alert.statusReason = 'the event it stood on is no longer in the graph'
RETURN alert.key AS id, alert.rule AS rule;
