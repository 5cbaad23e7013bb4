MATCH (event:HostEvent {eventId: 4104})
RETURN event.key AS key
ORDER BY event.recordId
LIMIT 1
