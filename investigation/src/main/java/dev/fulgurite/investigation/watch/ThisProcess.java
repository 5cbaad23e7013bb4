package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.watch.Lease;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/// What others are told of this process.
final class ThisProcess {

    private ThisProcess() {}

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    /// As one that may watch, told from every other that does.
    static Lease.Party party() {
        return new Lease.Party(UUID.randomUUID().toString(), host(), ProcessHandle.current().pid());
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
