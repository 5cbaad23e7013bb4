package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.investigation.Incident;
import dev.fulgurite.investigation.Investigation;
import java.util.List;
import java.util.function.Consumer;

/// Where the queue is read from; both take their time.
interface QueueSource {

    /// Hands over all alerts, the most urgent first, as they are read.
    void read(Consumer<AlertBrief> each);

    List<Incident> incidents(List<AlertBrief> all);

    static QueueSource of(Investigation investigation) {
        return new QueueSource() {
            @Override
            public void read(Consumer<AlertBrief> each) {
                investigation.queue(each);
            }

            @Override
            public List<Incident> incidents(List<AlertBrief> all) {
                return investigation.incidents(all);
            }
        };
    }
}
