package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// How the queue is filtered, sorted and grouped.
final class QueueTools extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final AlertsViewModel model;
    private final TextField text = new TextField();
    private final ComboBox<String> rule = new ComboBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
    private final Map<AlertStatus, ToggleButton> statuses = new EnumMap<>(AlertStatus.class);
    private boolean showing = true;

    /// @param leave puts the keyboard back on the list
    QueueTools(AlertsViewModel model, Runnable leave) {
        this.model = model;
        getStyleClass().add("queue-tools");
        text.setId("queue-filter");
        text.setPromptText(Words.of("queue.filter.prompt"));
        text.setAccessibleText(Words.of("queue.filter.name"));
        text.textProperty().subscribe(words -> change(model.filter().get().withText(words)));
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
                leave.run();
                event.consume();
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox more = more();
        ToggleButton open = new ToggleButton(Words.of("queue.more"));
        open.setId("queue-more");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip(Words.of("queue.more.tip")));
        more.managedProperty().bind(more.visibleProperty());
        more.visibleProperty().bind(open.selectedProperty());
        FlowPane sorting = new FlowPane(order(), grouping());
        sorting.getStyleClass().add("sorting");
        getChildren().addAll(line(text, open), sorting, more);
        model.filter().subscribe(this::show);
    }

    void filterByText() {
        text.requestFocus();
        text.selectAll();
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("facts-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ComboBox<QueueOrder> order() {
        ComboBox<QueueOrder> order = new ComboBox<>();
        order.setId("queue-order");
        order.getItems().setAll(QueueOrder.values());
        order.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(QueueOrder one) {
                        return one == null ? "" : Words.of("queue.order." + one.word());
                    }

                    @Override
                    public QueueOrder fromString(String words) {
                        throw new UnsupportedOperationException();
                    }
                });
        model.order().subscribe(order::setValue);
        order.setAccessibleText(Words.of("queue.order"));
        order.setOnAction(_ -> {
            if (order.getValue() != model.order().get()) {
                model.sort(order.getValue());
            }
        });
        return order;
    }

    private ToggleButton grouping() {
        ToggleButton grouping = new ToggleButton(Words.of("queue.group"));
        grouping.setId("queue-group");
        grouping.getStyleClass().add("small");
        grouping.setTooltip(new Tooltip(Words.of("queue.group.tip")));
        model.grouped().subscribe(grouping::setSelected);
        grouping.setMinWidth(USE_PREF_SIZE);
        grouping.setOnAction(_ -> model.group(grouping.isSelected()));
        return grouping;
    }

    private VBox more() {
        FlowPane bySeverity = new FlowPane();
        FlowPane byStatus = new FlowPane();
        bySeverity.getStyleClass().add("chips");
        byStatus.getStyleClass().add("chips");
        for (Severity one : List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            severities.put(one, chip(one.word(), bySeverity));
        }
        for (AlertStatus one : AlertStatus.values()) {
            statuses.put(one, chip(one.word(), byStatus));
        }
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.setId("queue-rule");
        rule.setOnShowing(_ -> rule.getItems().setAll(rules()));
        rule.setOnAction(_ -> changed());
        time(from, "queue.from");
        time(to, "queue.to");
        VBox more =
                new VBox(
                        heading("queue.severity"),
                        bySeverity,
                        heading("queue.status"),
                        byStatus,
                        heading("queue.rule"),
                        rule,
                        heading("queue.time"),
                        from,
                        to);
        more.getStyleClass().add("queue-more");
        return more;
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(Words.of("queue.rule.any")));
        rules.addAll(model.rules());
        return rules;
    }

    private static Label heading(String key) {
        Label label = new Label(Words.of(key));
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private ToggleButton chip(String word, FlowPane into) {
        ToggleButton chip = new ToggleButton(word);
        chip.setId("queue-" + word);
        chip.getStyleClass().addAll("small", "chip");
        chip.setOnAction(_ -> changed());
        into.getChildren().add(chip);
        return chip;
    }

    private void time(TextField field, String key) {
        field.setPromptText(Words.of(key));
        field.setAccessibleText(Words.of(key));
        field.textProperty()
                .subscribe(_ -> {
                    field.pseudoClassStateChanged(WRONG, !isTime(field));
                    changed();
                });
    }

    private static boolean isTime(TextField field) {
        return field.getText().isBlank() || Times.parse(field.getText()).isPresent();
    }

    private void changed() {
        String any = Words.of("queue.rule.any");
        String wanted =
                rule.getValue() == null || rule.getValue().equals(any) ? "" : rule.getValue();
        change(
                model.filter()
                        .get()
                        .withSeverities(chosen(severities))
                        .withStatuses(chosen(statuses))
                        .withRule(wanted)
                        .between(
                                Times.parse(from.getText()).orElse(null),
                                Times.parse(to.getText()).orElse(null)));
    }

    private static <T> Set<T> chosen(Map<T, ToggleButton> chips) {
        return chips.entrySet().stream()
                .filter(chip -> chip.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void change(QueueFilter other) {
        if (!showing && !other.equals(model.filter().get())) {
            model.filter(other);
        }
    }

    /// A filter that was set elsewhere.
    private void show(QueueFilter filter) {
        showing = true;
        if (!text.getText().equals(filter.text())) {
            text.setText(filter.text());
        }
        severities.forEach((one, chip) -> chip.setSelected(filter.severities().contains(one)));
        statuses.forEach((one, chip) -> chip.setSelected(filter.statuses().contains(one)));
        rule.setValue(filter.rule().isEmpty() ? Words.of("queue.rule.any") : filter.rule());
        if (filter.from() == null && isTime(from)) {
            from.clear();
        }
        if (filter.to() == null && isTime(to)) {
            to.clear();
        }
        showing = false;
    }
}
