package dev.fulgurite.ingest.event;

/// What a Windows PowerShell event says about the engine it comes from; `""` for what it does not
/// say. Host and runspace ids are lower case.
public record PowerShellContext(
        long eventId,
        String channel,
        String computer,
        String recordId,
        String hostName,
        String hostApplication,
        String hostId,
        String runspaceId,
        String user,
        String connectedUser,
        String commandType,
        String scriptName) {}
