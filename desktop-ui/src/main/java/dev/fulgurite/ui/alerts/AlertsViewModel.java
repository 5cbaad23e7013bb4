package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open alerts, most urgent first, and which one is chosen.
public final class AlertsViewModel {

    private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AlertRow> readable =
            FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");

    public ObservableList<AlertRow> rows() {
        return readable;
    }

    /// Id of the chosen alert, `""` for none.
    public ReadOnlyStringProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void show(List<Alert> alerts) {
        chosen.set("");
        rows.setAll(alerts.stream().map(AlertRow::of).toList());
    }

    public void choose(String id) {
        chosen.set(id);
    }

    public String heading() {
        return Words.of("alerts.heading", rows.size());
    }
}
