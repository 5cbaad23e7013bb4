package dev.fulgurite.ui.inspector;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The alerts in which the node stands; a click chooses one in the queue.
final class AlertsPane extends Section {

    /// The newest; the others when they are asked for.
    private static final int AT_FIRST = 3;

    AlertsPane(ReadOnlyObjectProperty<Loadable<List<Alert>>> alerts, Consumer<String> chooseAlert) {
        super("inspector.alerts");
        follow(alerts, found -> lines(found, chooseAlert));
    }

    private static Node lines(List<Alert> alerts, Consumer<String> chooseAlert) {
        if (alerts.isEmpty()) {
            return muted(Words.of("inspector.alerts.none"));
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("section-body");
        List<Alert> first = alerts.subList(0, Math.min(AT_FIRST, alerts.size()));
        first.forEach(alert -> lines.getChildren().add(line(alert, chooseAlert)));
        if (alerts.size() > AT_FIRST) {
            lines.getChildren().add(more(lines, alerts, chooseAlert));
        }
        return lines;
    }

    private static Button more(VBox lines, List<Alert> alerts, Consumer<String> chooseAlert) {
        boolean cut = alerts.size() > InspectorViewModel.ALERTS;
        int last = cut ? InspectorViewModel.ALERTS : alerts.size();
        String key = cut ? "inspector.alerts.cut" : "inspector.alerts.more";
        Button more = new Button(Words.of(key, last - AT_FIRST));
        more.getStyleClass().addAll("flat", "small");
        more.setOnAction(_ -> {
            lines.getChildren().remove(more);
            for (Alert alert : alerts.subList(AT_FIRST, last)) {
                lines.getChildren().add(line(alert, chooseAlert));
            }
            if (cut) {
                lines.getChildren().add(muted(Words.of("inspector.alerts.beyond", last)));
            }
        });
        return more;
    }

    private static HBox line(Alert alert, Consumer<String> chooseAlert) {
        String word = alert.severity().word();
        Label severity = new Label(word.substring(0, 1).toUpperCase(Locale.ROOT));
        severity.getStyleClass().addAll("severity", "severity-" + word);
        Hyperlink title = new Hyperlink(alert.title());
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setAccessibleText(Words.of("inspector.alert.spoken", word, alert.title()));
        title.setOnAction(_ -> chooseAlert.accept(alert.id()));
        Label facts = muted(Times.readable(alert.time()) + " · " + alert.status().word());
        facts.getStyleClass().add("small");
        VBox words = new VBox(title, facts);
        words.getStyleClass().add("tight");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(severity, words);
        line.getStyleClass().add("alert-link");
        return line;
    }
}
