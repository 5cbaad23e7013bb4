package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.theme.FontScale;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// How the analyst arranged the window, from one start to the next.
final class Remembered {

    private static final String SIZE = "window.size";
    private static final String MAXIMIZED = "window.maximized";
    private static final String DARK = "window.dark";
    private static final String SCALE = "window.letters";

    /// Below this height a story with the timeline below it has no room for letters.
    private static final double ROOM_FOR_TIMELINE = 800;

    private static final double LEAST = 480;

    private final Memory memory;
    private final Set<String> arranged = new HashSet<>();

    Remembered(Memory memory) {
        this.memory = memory;
    }

    void look(ObjectProperty<Appearance> appearance, FontScale scale) {
        boolean dark = memory.recall(DARK, Boolean.class, appearance.get() == Appearance.DARK);
        appearance.set(dark ? Appearance.DARK : Appearance.LIGHT);
        appearance.subscribe(now -> memory.keep(DARK, now == Appearance.DARK));
        scale.set(memory.recall(SCALE, Double.class, 1.0));
        scale.value().subscribe(now -> memory.keep(SCALE, now.doubleValue()));
    }

    /// Width and height for the window, never larger than the screen.
    double[] size(double width, double height) {
        double[] kept = memory.recall(SIZE, double[].class, new double[0]);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean sane = kept.length == 2 && kept[0] >= LEAST && kept[1] >= LEAST;
        return new double[] {
            Math.min(sane ? kept[0] : width, screen.getWidth()),
            Math.min(sane ? kept[1] : height, screen.getHeight())
        };
    }

    void follow(Stage stage) {
        stage.setMaximized(memory.recall(MAXIMIZED, Boolean.class, false));
        stage.maximizedProperty().subscribe(now -> memory.keep(MAXIMIZED, now));
        Runnable keep =
                () -> {
                    if (!stage.isMaximized() && stage.getScene() != null) {
                        double[] size = {stage.getScene().getWidth(), stage.getScene().getHeight()};
                        memory.keep(SIZE, size);
                    }
                };
        stage.getScene().widthProperty().subscribe(keep);
        stage.getScene().heightProperty().subscribe(keep);
    }

    /// Splits a page as it was left, as soon as it was laid out once.
    void arrange(String page, Node view) {
        if (arranged.add(page)) {
            Platform.runLater(() -> {
                int next = 0;
                for (Node found : view.lookupAll(".split-pane")) {
                    arrange((SplitPane) found, "split." + page + "." + next++);
                }
            });
        }
    }

    private void arrange(SplitPane split, String key) {
        double[] kept = memory.recall(key, double[].class, new double[0]);
        if (kept.length == split.getDividers().size() && isRising(kept)) {
            split.setDividerPositions(kept);
        }
        split.getDividers()
                .forEach(divider ->
                        divider.positionProperty()
                                .addListener(_ -> memory.keep(key, split.getDividerPositions())));
    }

    private static boolean isRising(double[] positions) {
        double last = 0;
        for (double position : positions) {
            if (!(position >= last && position <= 1)) {
                return false;
            }
            last = position;
        }
        return true;
    }

    /// Whether the timeline is open, how high it is, and the zone that it tells beside UTC. In a
    /// low window it is folded until somebody opens it: a story is read first.
    ///
    /// @param height of the window
    void timeline(TimelineViewModel timeline, double height) {
        timeline.open()
                .set(memory.recall("timeline.open", Boolean.class, height >= ROOM_FOR_TIMELINE));
        timeline.open().addListener((_, _, now) -> memory.keep("timeline.open", now));
        double high = memory.recall("timeline.height", Double.class, timeline.height().get());
        timeline.height().set(Math.clamp(high, 96.0, 640.0));
        timeline.height().subscribe(now -> memory.keep("timeline.height", now.doubleValue()));
        String zone = memory.recall("timeline.zone", String.class, "");
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            timeline.zone().set(ZoneId.of(zone));
        }
        timeline.zone()
                .subscribe(now -> memory.keep("timeline.zone", now == null ? "" : now.getId()));
    }

    String page(String otherwise) {
        return memory.recall("page", String.class, otherwise);
    }

    void keepPage(String id) {
        memory.keep("page", id);
    }

    boolean sawTour() {
        return memory.recall("tour.seen", Boolean.class, false);
    }

    void keepTourSeen() {
        memory.keep("tour.seen", true);
    }
}
