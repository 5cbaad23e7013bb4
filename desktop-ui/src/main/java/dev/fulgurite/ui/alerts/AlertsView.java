package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The queue as a list; marking is by click or by the arrow keys, of many with Ctrl or Shift.
public final class AlertsView extends BorderPane {

    private final AlertsViewModel model;
    private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
    private final ListView<AlertRow> list = new ListView<>(rows);
    private final QueueTools tools;
    private final TriageForm form;
    private final List<TriageAction> actions;
    private boolean filling;
    private boolean beginning;

    /// @param detections shows which detections are blind, and why
    public AlertsView(AlertsViewModel model, Runnable detections) {
        this.model = model;
        getStyleClass().addAll("panel", "alerts");
        tools = new QueueTools(model, list::requestFocus);
        form = new TriageForm(model, list::requestFocus);
        actions =
                List.of(
                        new TriageAction("triage.claim", KeyCode.C, this::claim),
                        new TriageAction("triage.close", KeyCode.X, form::close),
                        new TriageAction("triage.note", KeyCode.N, form::note),
                        new TriageAction("triage.suppress", KeyCode.S, form::suppress),
                        new TriageAction("triage.reopen", KeyCode.R, model.triage()::reopen));
        setTop(new VBox(new QueueHeading(model, detections), tools));
        setCenter(list());
        TriageBar bar = new TriageBar(model, actions);
        bar.visibleProperty().bind(form.visibleProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        setBottom(new VBox(form, bar));
        model.list().subscribe(this::fill);
        model.progress().subscribe(_ -> list.setPlaceholder(placeholder(model.list().get())));
        model.chosen().subscribe(this::scrollTo);
    }

    private ListView<AlertRow> list() {
        list.setId("alerts");
        list.setAccessibleText(Words.of("alerts.name"));
        list.setCellFactory(_ -> new AlertCell(this::toggle));
        list.getStyleClass().add("alert-list");
        MultipleSelectionModel<AlertRow> selection = list.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> marked());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        ContextMenu menu = new ContextMenu();
        for (TriageAction action : actions) {
            MenuItem item = new MenuItem(Words.of(action.key()) + "   " + action.letter());
            item.setOnAction(_ -> action.run().run());
            menu.getItems().add(item);
        }
        list.setContextMenu(menu);
        return list;
    }

    /// Puts the keyboard on the queue, on its first alert when none is chosen; a queue that is
    /// still being sorted has its first one chosen then.
    public void begin() {
        list.requestFocus();
        beginning = true;
        chooseFirst();
    }

    private void chooseFirst() {
        if (beginning && !rows.isEmpty()) {
            beginning = false;
            if (model.chosen().get().isEmpty()) {
                list.getSelectionModel().clearAndSelect(0);
            }
        }
    }

    /// What can be done on the queue.
    ///
    /// @param say tells what an action needs
    public List<Action> actions(Consumer<String> say) {
        return queueActions(say).always();
    }

    /// What can be done with what is in the queue now.
    public List<Action> actionsOfNow() {
        return queueActions(_ -> {}).ofNow();
    }

    private QueueActions queueActions(Consumer<String> say) {
        return new QueueActions(model, actions, tools::filterByText, list::requestFocus, say);
    }

    private void claim() {
        boolean own =
                model.markedAlerts().stream()
                        .allMatch(alert -> alert.owner().equals(Triage.analyst()));
        model.triage().claim(own ? "" : Triage.analyst());
    }

    private void toggle(AlertRow.Group group) {
        model.fold(group.incident(), !group.folded());
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
                model.triage().undo();
                event.consume();
            }
            return;
        }
        switch (event.getCode()) {
            case LEFT, RIGHT -> fold(event.getCode() == KeyCode.LEFT);
            case SLASH -> tools.filterByText();
            default -> {
                if (!act(event.getCode())) {
                    return;
                }
            }
        }
        event.consume();
    }

    private boolean act(KeyCode key) {
        for (TriageAction action : actions) {
            if (action.code() == key) {
                if (!model.marked().get().isEmpty()) {
                    action.run().run();
                }
                return true;
            }
        }
        return false;
    }

    /// Folds the incident that has the keyboard; a member takes the keyboard to its head.
    private void fold(boolean away) {
        int index = list.getFocusModel().getFocusedIndex();
        while (index > 0 && index < rows.size() && rows.get(index).member() && away) {
            index--;
        }
        if (index < 0 || index >= rows.size()) {
            return;
        }
        AlertRow row = rows.get(index);
        list.getSelectionModel().clearAndSelect(index);
        if (row.group() != null && row.group().folded() != away) {
            model.fold(row.group().incident(), away);
        }
    }

    private void marked() {
        if (!filling) {
            model.mark(
                    List.copyOf(list.getSelectionModel().getSelectedIndices()).stream()
                            .filter(index -> index >= 0 && index < rows.size())
                            .map(index -> rows.get(index).id())
                            .toList());
        }
    }

    /// Keeps what is marked, and the keyboard where it was, as far as these are still in the list.
    private void fill(QueueList found) {
        int focused = list.getFocusModel().getFocusedIndex();
        filling = true;
        rows.setAll(found.rows());
        MultipleSelectionModel<AlertRow> selection = list.getSelectionModel();
        selection.clearSelection();
        int[] again = places(model.marked().get());
        if (again.length > 0) {
            selection.selectIndices(again[0], again);
        } else if (focused >= 0 && !rows.isEmpty()) {
            list.getFocusModel().focus(Math.min(focused, rows.size() - 1));
        }
        filling = false;
        list.setPlaceholder(placeholder(found));
        if (again.length < model.marked().get().size()) {
            marked();
        }
        chooseFirst();
    }

    /// The chosen alert can be seen, whoever chose it.
    private void scrollTo(String id) {
        int[] place = places(List.of(id));
        if (place.length == 1 && list.getFocusModel().getFocusedIndex() != place[0]) {
            list.getFocusModel().focus(place[0]);
            list.scrollTo(place[0]);
        }
    }

    private int[] places(List<String> ids) {
        if (ids.isEmpty()) {
            return new int[0];
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).id(), i);
        }
        return ids.stream().filter(places::containsKey).mapToInt(places::get).toArray();
    }

    private Node placeholder(QueueList found) {
        Label told = new Label();
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.getStyleClass().add("muted");
        VBox words = new VBox(told);
        words.getStyleClass().add("queue-empty");
        if (model.busy().get()) {
            told.setText(Words.of("queue.busy"));
        } else if (found.all() == 0 && model.progress().get() instanceof QueueProgress.Reading) {
            told.setText(Words.of("queue.reading.first"));
        } else if (found.all() == 0) {
            told.setText(Words.of("queue.empty"));
        } else {
            told.setText(Words.of("queue.none", found.all()));
            Button clear = new Button(Words.of("queue.clear"));
            clear.setId("queue-clear");
            clear.setOnAction(_ -> model.filter(QueueFilter.OPEN));
            Button all = new Button(Words.of("queue.all"));
            all.setOnAction(_ -> model.filter(QueueFilter.OPEN.withStatuses(Set.of())));
            words.getChildren().addAll(clear, all);
        }
        return words;
    }
}
