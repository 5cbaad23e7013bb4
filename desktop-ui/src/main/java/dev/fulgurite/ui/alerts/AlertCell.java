package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One alert of the queue, all of the same height: what does not fit is on the tooltip.
final class AlertCell extends ListCell<AlertRow> {

    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private final Label severity = new Label();
    private final Label time = muted();
    private final Label status = new Label();
    private final Label title = new Label();
    private final Label entities = muted();
    private final Label rule = muted();
    private final Label owner = new Label();
    private final Button fold = new Button();
    private final Tooltip whole = new Tooltip();
    private final HBox row;

    AlertCell(Consumer<AlertRow.Group> toggle) {
        severity.getStyleClass().add("severity");
        status.getStyleClass().addAll("small", "alert-status");
        title.getStyleClass().add("alert-title");
        title.setWrapText(true);
        entities.managedProperty().bind(entities.visibleProperty());
        owner.getStyleClass().addAll("small", "alert-owner");
        fold.getStyleClass().addAll("flat", "small", "alert-fold");
        fold.setFocusTraversable(false);
        fold.setOnAction(_ -> {
            AlertRow item = getItem();
            if (item != null && item.group() != null) {
                toggle.accept(item.group());
            }
        });
        whole.setShowDelay(TOOLTIP_DELAY);
        whole.setWrapText(true);
        whole.setMaxWidth(520);
        VBox words = new VBox(line(time, status), title, entities, line(rule, owner, fold));
        words.getStyleClass().add("tight");
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(severity, words);
        row.getStyleClass().add("alert-row");
        setPrefWidth(0);
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    /// The first takes the room that the others leave.
    private static HBox line(Label first, Labeled... others) {
        first.setMaxWidth(Double.MAX_VALUE);
        first.setMinWidth(0);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox line = new HBox(first);
        for (var other : others) {
            other.setMinWidth(USE_PREF_SIZE);
            other.managedProperty().bind(other.visibleProperty());
            line.getChildren().add(other);
        }
        line.getStyleClass().add("facts-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(@Nullable AlertRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        severity.setText(item.letter());
        style(severity, "label", "severity", "severity-" + item.severity().word());
        time.setText(item.time());
        show(status, item.status());
        title.setText(item.title());
        entities.setText(item.entities());
        boolean told = item.titleNamesEntities();
        entities.setVisible(!told);
        style(title, "label", "alert-title", told ? "alert-title-long" : "alert-title-short");
        rule.setText(item.rule());
        show(owner, item.alert().owner());
        AlertRow.Group group = item.group();
        show(fold, group == null ? "" : told(group));
        style(row, "alert-row", item.member() ? "alert-member" : "alert-head");
        whole.setText(whole(item));
        setTooltip(whole);
        setAccessibleText(item.spoken());
        setGraphic(row);
    }

    /// Setting the same again would have all of the cell styled anew.
    private static void style(Node part, String... classes) {
        if (!part.getStyleClass().equals(List.of(classes))) {
            part.getStyleClass().setAll(classes);
        }
    }

    private static void show(Labeled label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private static String told(AlertRow.Group group) {
        String mark = group.folded() ? "▸ " : "▾ ";
        return group.shown() == group.all()
                ? mark + Words.of("alerts.group", group.all())
                : mark + Words.of("alerts.group.part", group.shown(), group.all());
    }

    private static String whole(AlertRow item) {
        List<String> lines =
                List.of(
                        item.title(),
                        item.entities(),
                        item.rule(),
                        item.alert().owner().isEmpty()
                                ? ""
                                : Words.of("alerts.owner", item.alert().owner()),
                        item.alert().note());
        return Stream.concat(Stream.of(item.time() + "  " + item.severity().word()), lines.stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
