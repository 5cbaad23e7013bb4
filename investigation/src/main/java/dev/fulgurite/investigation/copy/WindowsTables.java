package dev.fulgurite.investigation.copy;

import java.util.List;
import java.util.stream.Collectors;

/// The tables of Sentinel that hold the events of a channel, depending on the agent.
final class WindowsTables {

    private WindowsTables() {}

    static String of(String channel) {
        if (channel.equalsIgnoreCase("Security")) {
            return union(
                    List.of("SecurityEvent", "(WindowsEvent | where Channel =~ \"Security\")"));
        }
        String name = KqlText.string(channel);
        return union(
                List.of(
                        "(Event | where EventLog =~ " + name + ")",
                        "(WindowsEvent | where Channel =~ " + name + ")"));
    }

    /// One that is not in a workspace does not fail the query.
    static String union(List<String> tables) {
        return tables.stream()
                .collect(Collectors.joining(",\n    ", "union isfuzzy=true\n    ", ""));
    }
}
