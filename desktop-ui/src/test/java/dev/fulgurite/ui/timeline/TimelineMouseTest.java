package dev.fulgurite.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The timeline alone, driven by mouse and keyboard.
class TimelineMouseTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ObjectProperty<Appearance> APPEARANCE =
            new SimpleObjectProperty<>(Appearance.LIGHT);
    private static final List<NodeRef> PICKED = new ArrayList<>();
    private static TimelineViewModel model;
    private static Work work;
    private static Stage stage;
    private static Robot robot;

    @BeforeAll
    static void open() {
        Fx.start();
        Fx.run(() -> {
            work = new Work();
            model =
                    new TimelineViewModel(
                            work,
                            () -> {
                                throw new IllegalStateException("no graph is asked");
                            });
            model.onPick(PICKED::add);
            stage = new Stage();
            stage.setScene(new Scene(new TimelineView(model, APPEARANCE), 1000, 190));
            APPEARANCE.subscribe(now -> now.apply(stage.getScene()));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            robot = new Robot();
        });
    }

    @AfterAll
    static void close() {
        Fx.run(stage::close);
        work.close();
    }

    @BeforeEach
    void small() {
        Fx.run(() -> {
            model.clearBrush();
            model.zone().set(null);
            model.open().set(true);
            PICKED.clear();
            show(MadeTimeline.small());
        });
        Fx.settle();
    }

    private static void show(Timeline timeline) {
        model.show(timeline, LaneMarks.of(timeline));
        model.fit();
    }

    @Test
    void a_click_on_a_mark_picks_its_node() {
        moveTo(2);
        assertThat(Fx.on(() -> text("#timeline-read")))
                .startsWith("2026-03-01 10:02:00.0000000Z")
                .endsWith("ran whoami");

        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));

        assertThat(PICKED).containsExactly(MadeTimeline.WHOAMI);
    }

    @Test
    void dragging_over_the_lanes_brushes_and_escape_ends_it() throws Exception {
        double y = 120;
        move(x(0) - 12, y);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(x(0) + 30, y);
        move(x(1) + 12, y);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));

        assertThat(Fx.on(() -> model.lit().get()))
                .containsOnly(MadeTimeline.OPERATION, MadeTimeline.HOST);
        pictures("timeline-brushed");

        type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> model.lit().get())).isNull();
    }

    @Test
    void dragging_the_axis_pans_and_brushes_nothing() {
        Span before = Fx.on(() -> model.view().get());
        move(600, 9);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(560, 9);
        move(500, 9);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));

        Span after = Fx.on(() -> model.view().get());
        assertThat(after.from()).isGreaterThan(before.from());
        assertThat(after.length()).isEqualTo(before.length());
        assertThat(Fx.on(() -> model.lit().get())).isNull();
    }

    @Test
    void the_wheel_zooms_at_the_pointer() {
        Span before = Fx.on(() -> model.view().get());
        move(x(1), 100);

        Fx.run(() -> robot.mouseWheel(-1));
        Fx.settle();

        Span after = Fx.on(() -> model.view().get());
        assertThat(after.length()).isLessThan(before.length());
        assertThat(after.holds(Span.nanos(MadeTimeline.START.plusSeconds(60)))).isTrue();
    }

    @Test
    void arrows_step_and_shift_brushes() {
        Fx.run(() -> plot().requestFocus());
        type(KeyCode.HOME, KeyCode.RIGHT);
        Fx.run(() -> {
            robot.keyPress(KeyCode.SHIFT);
            robot.keyType(KeyCode.RIGHT);
            robot.keyRelease(KeyCode.SHIFT);
        });
        Fx.settle();

        assertThat(PICKED)
                .containsExactly(MadeTimeline.OPERATION, MadeTimeline.HOST, MadeTimeline.WHOAMI);
        assertThat(Fx.on(() -> model.lit().get()))
                .containsOnly(MadeTimeline.HOST, MadeTimeline.WHOAMI);
    }

    @Test
    void a_gap_is_hatched_and_a_second_zone_has_its_own_line() throws Exception {
        Fx.run(() -> model.zone().set(ZoneId.of("Asia/Kolkata")));
        move(x(0) + 120, 160);

        assertThat(Fx.on(() -> text("#timeline-read"))).contains("Z  =  ").contains("+05:30");
        pictures("timeline-gap");
    }

    @Test
    void a_hundred_thousand_events_are_drawn_as_bars() throws Exception {
        Timeline dense = MadeTimeline.dense(100_000);
        List<LaneMarks> lanes = LaneMarks.of(dense);
        Fx.run(() -> {
            model.show(dense, lanes);
            model.fit();
            model.select(java.util.Set.of(MadeTimeline.WHOAMI));
        });
        pictures("timeline-dense");

        assertThat(Fx.on(() -> text("#timeline-count"))).isEqualTo("Timeline  100,000 events");
    }

    private static Node plot() {
        return stage.getScene().lookup("#timeline");
    }

    private static String text(String id) {
        return ((javafx.scene.control.Label) stage.getScene().lookup(id)).getText();
    }

    /// The place of the moment of a minute.
    private static double x(int minute) {
        return Fx.on(() -> {
            TimelineFrame frame = ((TimelinePlot) plot()).frame();
            long at = Span.nanos(MadeTimeline.START.plusSeconds(60L * minute));
            return frame.gutter() + model.view().get().x(at, frame.plot());
        });
    }

    /// To the mark of a minute, which is in the lane of that number.
    private static void moveTo(int minute) {
        TimelineFrame frame = Fx.on(() -> ((TimelinePlot) plot()).frame());
        move(x(minute), frame.top(minute) + frame.laneHeight() / 2);
    }

    private static void move(double x, double y) {
        Fx.run(() -> {
            Point2D at =
                    plot().localToScreen(x, Math.min(y, plot().getLayoutBounds().getHeight() - 4));
            robot.mouseMove(at.getX(), at.getY());
        });
    }

    private static void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            Fx.run(() -> robot.keyType(key));
        }
        Fx.settle();
    }

    private static void pictures(String name) throws Exception {
        Fx.picture(stage.getScene(), PICTURES.resolve(name + ".png"));
        Fx.run(() -> APPEARANCE.set(Appearance.DARK));
        Fx.picture(stage.getScene(), PICTURES.resolve(name + "-dark.png"));
        Fx.run(() -> APPEARANCE.set(Appearance.LIGHT));
    }
}
