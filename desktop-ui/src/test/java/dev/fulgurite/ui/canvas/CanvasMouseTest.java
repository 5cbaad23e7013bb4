package dev.fulgurite.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.View;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.Keyboard;
import dev.fulgurite.ui.theme.Appearance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The canvas alone, driven by the mouse.
class CanvasMouseTest {

    private static final NodeRef HOST = new NodeRef("Host", "device:d1");
    private static final NodeRef SESSION = new NodeRef("PowerShellSession", "s1");
    private static final NodeRef COMMAND = new NodeRef("Command", "whoami.exe");

    private final CanvasViewModel model = new CanvasViewModel();
    private final AtomicInteger walks = new AtomicInteger();
    private final AtomicInteger menus = new AtomicInteger();
    private final Around around = new Around();
    private CanvasView view;
    private Stage stage;
    private Robot robot;

    /// Counts what the canvas asks for.
    private final class Around implements CanvasKeys.Around {
        @Override
        public void walkOn() {
            walks.incrementAndGet();
        }

        @Override
        public void menu(double x, double y) {
            menus.incrementAndGet();
        }

        @Override
        public void clicked() {}

        @Override
        public void escape() {
            model.select(Selection.NOTHING);
        }

        @Override
        public void askTag() {}

        @Override
        public void askNote() {}

        @Override
        public void find() {}

        @Override
        public void copy() {}
    }

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            view = new CanvasView(model, new SimpleObjectProperty<>(Appearance.LIGHT));
            CanvasMouse mouse = new CanvasMouse(view, model, around);
            new CanvasKeys(view, model, mouse, around);
            stage = new Stage();
            stage.setScene(new Scene(view, 800, 600));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            model.show("alert", story());
            robot = new Robot();
        });
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void a_click_selects_a_card_and_a_double_click_walks_on() {
        to(HOST);
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));

        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(new Selection.OfNode(HOST));
        assertThat(walks).hasValue(0);

        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        assertThat(walks).hasValue(1);
    }

    @Test
    void a_right_click_selects_and_lists_the_pivots() {
        to(SESSION);
        Fx.run(() -> robot.mouseClick(MouseButton.SECONDARY));

        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(new Selection.OfNode(SESSION));
        assertThat(menus).hasValue(1);
    }

    @Test
    void dragging_a_card_moves_it_alone_and_is_one_step_to_undo() {
        CanvasState before = Fx.on(() -> model.state().get());
        double scale = Fx.on(() -> view.view().scale());

        drag(HOST, 60, 90);

        CanvasState after = Fx.on(() -> model.state().get());
        assertThat(place(after, HOST).x() - place(before, HOST).x())
                .isCloseTo(60 / scale, within(0.5));
        assertThat(place(after, HOST).y() - place(before, HOST).y())
                .isCloseTo(90 / scale, within(0.5));
        assertThat(place(after, SESSION)).isEqualTo(place(before, SESSION));
        Fx.run(model::undo);
        assertThat(Fx.on(() -> model.state().get())).isEqualTo(before);
    }

    @Test
    void dragging_one_of_several_selected_cards_moves_them_all_in_one_step() {
        select(HOST, SESSION);
        CanvasState before = Fx.on(() -> model.state().get());
        Selection selected = Fx.on(() -> model.selection().get());
        double scale = Fx.on(() -> view.view().scale());

        drag(SESSION, 40, 80);

        CanvasState after = Fx.on(() -> model.state().get());
        for (NodeRef moved : List.of(HOST, SESSION)) {
            assertThat(place(after, moved).x() - place(before, moved).x())
                    .isCloseTo(40 / scale, within(0.5));
            assertThat(place(after, moved).y() - place(before, moved).y())
                    .isCloseTo(80 / scale, within(0.5));
        }
        assertThat(place(after, COMMAND)).isEqualTo(place(before, COMMAND));
        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(selected);
        Fx.run(model::undo);
        assertThat(Fx.on(() -> model.state().get())).isEqualTo(before);
    }

    @Test
    void dragging_a_card_that_is_not_among_the_selected_moves_it_alone() {
        select(HOST, SESSION);
        CanvasState before = Fx.on(() -> model.state().get());

        drag(COMMAND, 30, 60);

        CanvasState after = Fx.on(() -> model.state().get());
        assertThat(place(after, COMMAND)).isNotEqualTo(place(before, COMMAND));
        assertThat(place(after, HOST)).isEqualTo(place(before, HOST));
        assertThat(place(after, SESSION)).isEqualTo(place(before, SESSION));
        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(new Selection.OfNode(COMMAND));
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"SHIFT", "CONTROL"})
    void a_click_with_shift_or_control_adds_a_card_and_takes_it_out_again(KeyCode held) {
        to(HOST);
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));

        click(SESSION, held);
        click(COMMAND, held);
        assertThat(Fx.on(model::selectedNodes)).containsExactlyInAnyOrder(HOST, SESSION, COMMAND);

        click(SESSION, held);
        assertThat(Fx.on(model::selectedNodes)).containsExactlyInAnyOrder(HOST, COMMAND);
        click(HOST, held);
        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(new Selection.OfNode(COMMAND));
        click(COMMAND, held);
        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(Selection.NOTHING);
    }

    @Test
    void a_click_on_one_of_several_selects_it_alone() {
        select(HOST, SESSION);
        to(HOST);

        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));

        assertThat(Fx.on(() -> model.selection().get())).isEqualTo(new Selection.OfNode(HOST));
    }

    private void select(NodeRef... nodes) {
        Fx.run(() -> model.selectCards(model.state().get().cards(Set.of(nodes))));
    }

    private void click(NodeRef node, KeyCode held) {
        Layout.Box box = Fx.on(() -> view.view().box(box(node)));
        Keyboard.clickHolding(view, box.x() + box.width() / 2, box.y() + box.height() / 2, held);
    }

    @Test
    void dragging_with_space_held_pans_even_over_a_card() {
        CanvasState before = Fx.on(() -> model.state().get());
        View from = Fx.on(view::view);
        Fx.run(view::requestFocus);
        Fx.run(() -> robot.keyPress(KeyCode.SPACE));
        drag(HOST, 50, 20);
        Fx.run(() -> robot.keyRelease(KeyCode.SPACE));

        assertThat(Fx.on(view::view).dx() - from.dx()).isCloseTo(50, within(1.5));
        assertThat(Fx.on(() -> model.state().get())).isEqualTo(before);
    }

    @Test
    void dragging_the_ground_pans_and_moves_no_card() {
        CanvasState before = Fx.on(() -> model.state().get());
        View from = Fx.on(view::view);

        drag(20, 560, 70, -40);

        View to = Fx.on(view::view);
        assertThat(to.dx() - from.dx()).isCloseTo(70, within(1.5));
        assertThat(to.dy() - from.dy()).isCloseTo(-40, within(1.5));
        assertThat(Fx.on(() -> model.state().get())).isEqualTo(before);
    }

    @Test
    void the_wheel_zooms_at_the_pointer() {
        View from = Fx.on(view::view);
        double planeX = from.planeX(300);
        double planeY = from.planeY(200);
        move(300, 200);

        Fx.run(() -> robot.mouseWheel(-1));
        Fx.settle();

        View to = Fx.on(view::view);
        assertThat(to.scale()).isNotEqualTo(from.scale());
        assertThat(to.planeX(300)).isCloseTo(planeX, within(1.0));
        assertThat(to.planeY(200)).isCloseTo(planeY, within(1.0));
    }

    @Test
    void a_click_on_a_line_selects_it() {
        Layout.Box host = Fx.on(() -> view.view().box(box(HOST)));
        Layout.Box session = Fx.on(() -> view.view().box(box(SESSION)));
        move((host.x() + host.width() + session.x()) / 2, host.y() + host.height() / 2);

        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));

        assertThat(Fx.on(() -> model.selection().get())).isInstanceOf(Selection.OfLink.class);
    }

    private void to(NodeRef node) {
        Layout.Box box = Fx.on(() -> view.view().box(box(node)));
        move(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    private void move(double x, double y) {
        Fx.run(() -> {
            var at = view.localToScreen(x, y);
            robot.mouseMove(at.getX(), at.getY());
        });
    }

    private void drag(NodeRef node, double dx, double dy) {
        Layout.Box box = Fx.on(() -> view.view().box(box(node)));
        drag(box.x() + box.width() / 2, box.y() + box.height() / 2, dx, dy);
    }

    private void drag(double x, double y, double dx, double dy) {
        move(x, y);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(x + dx / 2, y + dy / 2);
        move(x + dx, y + dy);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private Layout.Box box(NodeRef node) {
        Layout layout = model.state().get().layout();
        return layout.box(layout.cardOf(node).orElseThrow());
    }

    private static Placed place(CanvasState state, NodeRef node) {
        return state.layout().cardOf(node).orElseThrow();
    }

    private static Subgraph story() {
        Node host = new Node(HOST, Map.of("names", List.of("testrig1")));
        Node session = new Node(SESSION, Map.of("user", "system"));
        Node command = new Node(COMMAND, Map.of("name", "whoami.exe"));
        return new Subgraph(
                List.of(host, session, command),
                List.of(
                        new Relationship("ON", "l1", SESSION, HOST, Map.of()),
                        new Relationship("RAN", "l2", SESSION, COMMAND, Map.of())));
    }
}
