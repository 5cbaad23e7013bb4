package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What fills the window while there is no alert to work on.
final class Screens {

    private Screens() {}

    static Node opening(String words, Runnable cancel) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(320);
        return screen(
                "opening",
                Icon.BOLT,
                title(words),
                bar,
                text(Words.of("shell.opening.text")),
                button("status.cancel", cancel));
    }

    static Node failed(Failure failure, Runnable again) {
        Button retry = button("failure.again", again);
        retry.getStyleClass().add("accent");
        Button copy = button("failure.copy", () -> copy(failure));
        HBox buttons = new HBox(retry, copy);
        buttons.getStyleClass().add("buttons");
        return screen(
                "failed",
                Icon.WARNING,
                title(Words.of("failure.title")),
                text(failure.happened()),
                part("failure.kept", failure.kept()),
                part("failure.next", failure.next()),
                part("failure.code", failure.code()),
                buttons);
    }

    static Node noEvidence(String location, Runnable sample) {
        Button open = button("empty.sample", sample);
        open.getStyleClass().add("accent");
        return screen(
                "empty",
                Icon.FILE,
                title(Words.of("empty.title")),
                text(Words.of("empty.text", location)),
                command("./fulgurite ingest logs/"),
                open);
    }

    static Node noAlerts(ShellState.NoAlerts none, Runnable detect) {
        Button run = button("quiet.detect", detect);
        run.getStyleClass().add("accent");
        String blind =
                none.blind() == 0
                        ? Words.of("quiet.complete")
                        : Words.of("quiet.blind", none.blind());
        return screen(
                "quiet",
                Icon.LINES,
                title(Words.of("quiet.title")),
                text(Words.of("quiet.text", none.events(), none.location())),
                text(blind),
                run);
    }

    private static Node screen(String id, Icon icon, Node... parts) {
        IconView mark = new IconView(icon, 34);
        StackPane tile = new StackPane(mark);
        tile.getStyleClass().addAll("screen-mark", "screen-" + id);
        VBox words = new VBox(tile);
        words.getChildren().addAll(parts);
        words.getStyleClass().add("screen-words");
        StackPane screen = new StackPane(words);
        screen.getStyleClass().add("screen");
        screen.setId("screen-" + id);
        return screen;
    }

    private static Label title(String words) {
        Label label = text(words);
        label.getStyleClass().setAll("label", "screen-title");
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("screen-text");
        return label;
    }

    private static Node part(String key, String words) {
        Label name = new Label(Words.of(key));
        name.getStyleClass().addAll("muted", "small");
        VBox part = new VBox(name, text(words));
        part.setManaged(!words.isEmpty());
        part.setVisible(!words.isEmpty());
        part.getStyleClass().add("screen-part");
        return part;
    }

    private static Label command(String line) {
        Label label = new Label(line);
        label.getStyleClass().add("command");
        return label;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Words.of(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void copy(Failure failure) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                String.join(
                        "\n", failure.happened(), failure.kept(), failure.next(), failure.code()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
