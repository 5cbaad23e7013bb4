package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.files.OpenView;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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
                new WordButton("status.cancel", cancel));
    }

    static Node failed(Failure failure, Runnable again, Runnable openAnother) {
        Button retry = new WordButton("failure.again", again);
        retry.getStyleClass().add("accent");
        Button copy = new WordButton("failure.copy", () -> TextClip.copy(failure.text()));
        HBox buttons = new HBox(retry, new WordButton("files.open", openAnother), copy);
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

    /// @param add takes files or, when true, a folder in
    static Node noEvidence(String location, Consumer<Boolean> add, OpenView open) {
        Button files = new WordButton("files.add", () -> add.accept(false));
        files.setId("empty-add");
        files.getStyleClass().add("accent");
        Button folder = new WordButton("files.add.folder", () -> add.accept(true));
        HBox buttons = new HBox(files, folder);
        buttons.getStyleClass().add("buttons");
        VBox drop =
                new VBox(
                        title(Words.of("empty.title")),
                        text(Words.of("empty.text", location)),
                        buttons);
        drop.getStyleClass().add("drop-here");
        Label other = new Label(Words.of("empty.other"));
        other.getStyleClass().add("subject-title");
        return screen("empty", Icon.FILE, drop, other, open);
    }

    static Node noAlerts(ShellState.NoAlerts none, Runnable detect) {
        Button run = new WordButton("quiet.detect", detect);
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
}
