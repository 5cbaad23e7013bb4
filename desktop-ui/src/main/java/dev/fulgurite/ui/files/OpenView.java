package dev.fulgurite.ui.files;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.files.OpenViewModel.Row;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Ways to a graph: a folder, the sample, a server, what was opened before.
public final class OpenView extends VBox {

    private final OpenViewModel model;
    private final Choosers choosers;
    private final VBox recent = new VBox();
    private final TextField address = new TextField();
    private final TextField user = new TextField("neo4j");
    private final PasswordField password = new PasswordField();
    private final Button folder;

    public OpenView(OpenViewModel model, Choosers choosers) {
        this.model = model;
        this.choosers = choosers;
        getStyleClass().add("open");
        setId("open");
        folder = new WordButton("open.folder", this::chooseFolder).tipped();
        folder.setId("open-folder");
        Button sample = new WordButton("open.sample", model::sample).tipped();
        sample.setId("open-sample");
        HBox ways = new HBox(folder, sample);
        ways.getStyleClass().add("buttons");
        recent.getStyleClass().add("recent");
        getChildren()
                .addAll(ways, heading("open.recent"), recent, heading("open.server"), server());
        model.rows().addListener((ListChangeListener<Row>) _ -> show());
        show();
    }

    /// Puts the keyboard on the first way and looks what is still there.
    public void begin() {
        model.load();
        folder.requestFocus();
    }

    private void chooseFolder() {
        choosers.folder(getScene().getWindow(), Words.of("open.folder.tip")).forEach(model::folder);
    }

    private static Label heading(String key) {
        Label heading = new Label(Words.of(key));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private void show() {
        recent.getChildren().setAll(model.rows().stream().map(this::row).toList());
        if (model.rows().isEmpty()) {
            Label none = new Label(Words.of("open.recent.none"));
            none.getStyleClass().add("muted");
            recent.getChildren().add(none);
        }
    }

    private Node row(Row row) {
        Label name = new Label(name(row));
        name.getStyleClass().add("strong");
        Label place =
                new Label(
                        row.missing()
                                ? Words.of("open.recent.missing", row.graph().location())
                                : row.graph().location());
        place.getStyleClass().addAll("muted", "small");
        Button open = new Button();
        open.setGraphic(
                new HBox(
                        12,
                        new IconView(row.isServer() ? Icon.CLOUD : Icon.FILE, 18),
                        new VBox(name, place)));
        open.getStyleClass().add("recent-graph");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAccessibleText(name.getText() + ", " + place.getText());
        open.setTooltip(new Tooltip(row.graph().location()));
        open.setDisable(row.missing());
        open.setOnAction(_ -> open(row));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = new Button("×");
        forget.getStyleClass().addAll("flat", "small");
        forget.setTooltip(new Tooltip(Words.of("open.recent.forget")));
        forget.setAccessibleText(Words.of("open.recent.forget") + " " + name.getText());
        forget.setOnAction(_ -> model.forget(row));
        HBox line = new HBox(open, forget);
        line.getStyleClass().add("recent-line");
        return line;
    }

    private static String name(Row row) {
        if (row.isServer()) {
            return row.graph().location();
        }
        Path last = Path.of(row.graph().location()).getFileName();
        return last == null ? row.graph().location() : last.toString();
    }

    private void open(Row row) {
        if (row.isServer()) {
            address.setText(row.graph().location());
            user.setText(row.graph().user());
            password.requestFocus();
        } else {
            model.folder(Path.of(row.graph().location()));
        }
    }

    private Node server() {
        address.setId("server-address");
        address.setPromptText("neo4j://server:7687");
        password.setId("server-password");
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        field(form, 0, "open.server.address", address);
        field(form, 1, "open.server.user", user);
        field(form, 2, "open.server.password", password);
        Label refusal = new Label();
        refusal.textProperty().bind(model.refusal());
        refusal.getStyleClass().add("warning-words");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(model.refusal().isNotEmpty());
        Button connect = new WordButton("open.server.connect", this::connect).tipped();
        connect.setId("server-connect");
        password.setOnAction(_ -> connect());
        Label kept = new Label(Words.of("open.server.kept"));
        kept.getStyleClass().addAll("muted", "small");
        HBox line = new HBox(connect, kept);
        line.getStyleClass().addAll("buttons", "busy");
        return new VBox(8, form, refusal, line);
    }

    private static void field(GridPane form, int row, String key, TextField field) {
        Label label = new Label(Words.of(key));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setAccessibleText(Words.of(key));
        GridPane.setHgrow(field, Priority.ALWAYS);
        form.addRow(row, label, field);
    }

    private void connect() {
        String secret = password.getText();
        password.clear();
        model.server(address.getText(), user.getText(), secret);
    }
}
