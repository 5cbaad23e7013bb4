package dev.fulgurite.generator.trace;

/// One run of PowerShell inside one process.
///
/// @param remote whether somebody came over the network
/// @param application the command line of the process
public record Engine(
        HostProcess process, boolean remote, String application, String hostId, String runspaceId) {

    public String hostName() {
        return remote ? "ServerRemoteHost" : "ConsoleHost";
    }
}
