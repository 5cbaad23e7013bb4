package dev.fulgurite.ui.files;

import dev.fulgurite.ingest.IngestReport.Problem;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.files.ImportState.FileProgress;
import dev.fulgurite.ui.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The import that is under way, or what came of the last one.
final class ImportPane extends VBox {

    private static final int MOST_PROBLEMS = 20;

    private final FilesViewModel model;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox lines = new VBox();
    private final Button button = new Button();

    ImportPane(FilesViewModel model) {
        this.model = model;
        setId("import");
        getStyleClass().add("import");
        title.getStyleClass().add("strong");
        facts.getStyleClass().add("muted");
        button.setId("import-button");
        button.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Words.of("import.bar"));
        lines.getStyleClass().add("import-lines");
        lines.managedProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(title, facts, space, button);
        top.getStyleClass().add("import-top");
        getChildren().addAll(top, bar, lines);
        model.state().subscribe(this::show);
    }

    private void show(ImportState state) {
        boolean idle = state instanceof ImportState.Idle;
        setVisible(!idle);
        setManaged(!idle);
        bar.setVisible(state.isBusy());
        bar.setManaged(state.isBusy());
        button.setText(Words.of(state.isBusy() ? "import.stop" : "import.dismiss"));
        button.setTooltip(
                new Tooltip(Words.of(state.isBusy() ? "import.stop.tip" : "import.dismiss.tip")));
        button.setOnAction(_ -> {
            if (model.state().get().isBusy()) {
                model.stop();
            } else {
                model.dismiss();
            }
        });
        button.setDisable(false);
        switch (state) {
            case ImportState.Idle _ -> {}
            case ImportState.Reading reading -> reading(reading);
            case ImportState.Building building -> {
                say(title(building.stopping(), "import.building"), "", building.part());
                button.setDisable(building.stopping());
            }
            case ImportState.Linking linking -> {
                say(
                        title(linking.stopping(), "import.linking"),
                        Words.of(
                                "import.linking.facts",
                                linking.link(),
                                linking.links(),
                                linking.title()),
                        linking.fraction());
                button.setDisable(linking.stopping());
            }
            case ImportState.Detecting _ ->
                    say(
                            Words.of("import.detecting"),
                            Words.of("import.detecting.facts"),
                            ProgressBar.INDETERMINATE_PROGRESS);
            case ImportState.Finished result -> finished(result);
            case ImportState.Failed(var failure) -> {
                say(failure.happened(), "", 0);
                line(failure.kept());
                line(failure.next() + " " + failure.code());
            }
        }
    }

    private void say(String what, String more, double done) {
        title.setText(what);
        facts.setText(more);
        bar.setProgress(done);
        lines.getChildren().clear();
        // What detects ends by itself: half of it would be worth nothing.
        button.setDisable(model.state().get() instanceof ImportState.Detecting);
    }

    private static String title(boolean stopping, String doing) {
        return Words.of(stopping ? "import.stopping" : doing);
    }

    private void line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        lines.getChildren().add(label);
    }

    private void reading(ImportState.Reading reading) {
        button.setDisable(reading.stopping());
        title.setText(title(reading.stopping(), "import.reading"));
        facts.setText(
                reading.files() == 0
                        ? Words.of("import.finding")
                        : Words.of(
                                "import.facts",
                                reading.done(),
                                reading.files(),
                                reading.records(),
                                reading.rate(),
                                left(reading.left())));
        bar.setProgress(
                reading.files() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : reading.fraction());
        List<Node> each = new ArrayList<>();
        reading.underWay().forEach(file -> each.add(line(file)));
        lines.getChildren().setAll(each);
        if (model.waiting() > 0) {
            line(Words.of("import.waiting", model.waiting()));
        }
    }

    private static String left(@Nullable Duration left) {
        if (left == null) {
            return "";
        }
        return Words.of("import.left", Times.clock(left));
    }

    private static Node line(FileProgress file) {
        ProgressBar bar = new ProgressBar(file.fraction());
        bar.setPrefWidth(160);
        bar.setAccessibleText(file.name());
        Label name = new Label(shortName(file.name()));
        name.setTooltip(new Tooltip(file.name()));
        Label facts = new Label(Words.of("import.file", file.records(), megabytes(file)));
        facts.getStyleClass().addAll("muted", "small");
        HBox line = new HBox(bar, name, facts);
        line.getStyleClass().add("import-top");
        return line;
    }

    private static String megabytes(FileProgress file) {
        double megabyte = 1 << 20;
        return String.format(
                Locale.ROOT, "%,.1f / %,.1f MB", file.bytes() / megabyte, file.size() / megabyte);
    }

    /// A file by its name alone; a member of an archive with the archive's.
    static String shortName(String name) {
        int inside = name.indexOf("!/");
        String path = inside < 0 ? name : name.substring(0, inside);
        Path last = Path.of(path).getFileName();
        return (last == null ? path : last) + (inside < 0 ? "" : name.substring(inside));
    }

    private void finished(ImportState.Finished result) {
        var files = result.report().files();
        long stored = files.stream().mapToLong(file -> file.stored()).sum();
        long rejected = files.stream().mapToLong(file -> file.rejected()).sum();
        say(
                Words.of(result.stopped() ? "import.stopped" : "import.done"),
                Words.of("import.done.facts", files.size(), stored, rejected, result.raised()),
                1);
        if (result.stopped()) {
            line(Words.of("import.stopped.text"));
        }
        List<Problem> problems = result.report().problems();
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> line("⚠ " + problem.path() + ": " + problem.reason()));
        if (problems.size() > MOST_PROBLEMS) {
            line(Words.of("import.problems", MOST_PROBLEMS, problems.size()));
        }
        result.report().notes().stream().limit(MOST_PROBLEMS).forEach(this::line);
    }
}
