package dev.fulgurite.investigation.watch;

import java.io.IOException;
import java.util.List;

/// Whoever is told of alerts.
interface Sink {

    /// What the graph remembers it by: the same in every watch.
    String id();

    /// How messages call it; holds no secret.
    String name();

    /// How many alerts it takes at once.
    int atOnce();

    /// Tells it of alerts, of all or of none. When this returns they need not be told again.
    void tell(List<Notice> notices) throws IOException, InterruptedException;

    /// It will never take this alert, however often it is told.
    final class Unwanted extends IOException {
        private static final long serialVersionUID = 1;

        Unwanted(String message) {
            super(message);
        }
    }

    static Sink at(SinkAddress address) {
        return switch (address) {
            case SinkAddress.JsonLines(var file) -> new JsonLinesSink(file);
            case SinkAddress.Webhook(var url) -> new WebhookSink(url);
            case SinkAddress.Syslog syslog -> new SyslogSink(syslog, ThisProcess.host());
        };
    }
}
