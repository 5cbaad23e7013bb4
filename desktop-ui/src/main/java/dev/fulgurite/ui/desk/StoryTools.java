package dev.fulgurite.ui.desk;

import dev.fulgurite.investigation.AlertArgument;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What can be done with the story that is told: argue for it, and hand it on.
public final class StoryTools {

    /// An argument with the story that it is for.
    public record Argued(AlertStory story, AlertArgument argument) {}

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final ReadOnlyObjectProperty<@Nullable AlertStory> story;
    private final ReadOnlyObjectWrapper<@Nullable Argued> argued = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");

    StoryTools(
            Work work,
            Supplier<Investigation> investigation,
            ReadOnlyObjectProperty<@Nullable AlertStory> story,
            Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.story = story;
        this.tell = tell;
        story.subscribe(_ -> {
            putAway();
            exported.set("");
        });
    }

    /// The argument for the story, while it is open; null otherwise.
    public ReadOnlyObjectProperty<@Nullable Argued> argued() {
        return argued.getReadOnlyProperty();
    }

    /// What was exported last of this story, and where to; `""` before that.
    public ReadOnlyStringProperty exported() {
        return exported.getReadOnlyProperty();
    }

    /// Opens the argument for the story, or puts it away.
    public void why() {
        AlertStory told = story.get();
        if (argued.get() != null) {
            putAway();
        } else if (told != null) {
            Investigation here = investigation.get();
            work.start(
                    "work.argument",
                    () -> here.argument(told),
                    found -> {
                        if (told.equals(story.get())) {
                            argued.set(new Argued(told, found));
                        }
                    },
                    tell);
        }
    }

    public void putAway() {
        argued.set(null);
    }

    /// Hands over the names of the export formats, when they are known.
    public void formats(Consumer<List<String>> use) {
        Investigation here = investigation.get();
        work.start("work.formats", here::formats, use, tell);
    }

    /// A file name for the story in a format: rule and time.
    public String fileName(String format) {
        AlertStory told = story.get();
        String name =
                told == null
                        ? "case"
                        : told.alert().rule()
                                + "-"
                                + told.alert().time().toString().substring(0, 19);
        return name.replace(':', '-') + "." + format.toLowerCase(Locale.ROOT);
    }

    /// Writes the case of the story to a file, all of it or nothing.
    public void export(String format, Path file) {
        AlertStory told = story.get();
        if (told == null) {
            return;
        }
        Investigation here = investigation.get();
        work.start(
                "work.export",
                () -> here.export(told.graph(), format, file),
                digest -> exported.set(Words.of("story.exported", file, digest.substring(0, 12))),
                tell);
    }
}
