package dev.fulgurite.ui;

import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;

/// Types and clicks as a person does. One robot keeps its place of the mouse.
public final class Keyboard {

    private final Robot robot = Fx.on(Robot::new);

    void type(KeyCode... keys) {
        for (KeyCode key : keys) {
            Fx.run(() -> robot.keyType(key));
            Fx.run(() -> {});
        }
    }

    /// Presses keys together, the last one being typed.
    void chord(KeyCode... keys) {
        List<KeyCode> all = List.of(keys);
        Fx.run(() -> {
            all.forEach(robot::keyPress);
            all.reversed().forEach(robot::keyRelease);
        });
        Fx.run(() -> {});
    }

    void moveTo(double x, double y) {
        Fx.run(() -> robot.mouseMove(x, y));
    }

    void click(MouseButton button) {
        Fx.run(() -> robot.mouseClick(button));
    }

    /// What is looked at while a gesture is under way.
    interface Look {
        void now() throws Exception;
    }

    /// Drags over a node with Shift held, between places of the scene. The headless robot does not
    /// tell mouse events of held keys, so these are made by hand.
    static void lasso(Node on, double fromX, double fromY, double toX, double toY, Look look)
            throws Exception {
        withShift(on, MouseEvent.MOUSE_PRESSED, fromX, fromY);
        withShift(on, MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2);
        withShift(on, MouseEvent.MOUSE_DRAGGED, toX, toY);
        look.now();
        withShift(on, MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    static void withShift(Node on, EventType<MouseEvent> type, double x, double y) {
        holding(on, type, x, y, KeyCode.SHIFT);
    }

    /// Clicks at a place of the scene with Shift or Ctrl held; made by hand, too.
    public static void clickHolding(Node on, double x, double y, KeyCode key) {
        holding(on, MouseEvent.MOUSE_PRESSED, x, y, key);
        holding(on, MouseEvent.MOUSE_RELEASED, x, y, key);
        holding(on, MouseEvent.MOUSE_CLICKED, x, y, key);
    }

    private static void holding(
            Node on, EventType<MouseEvent> type, double x, double y, KeyCode key) {
        boolean pressed = !type.equals(MouseEvent.MOUSE_RELEASED);
        Fx.run(() ->
                on.fireEvent(
                        new MouseEvent(
                                type,
                                x,
                                y,
                                x,
                                y,
                                MouseButton.PRIMARY,
                                1,
                                key == KeyCode.SHIFT,
                                key == KeyCode.CONTROL,
                                false,
                                false,
                                pressed,
                                false,
                                false,
                                true,
                                false,
                                true,
                                null)));
    }

    void drag(double fromX, double fromY, double toX, double toY) {
        Fx.run(() -> {
            robot.mouseMove(fromX, fromY);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove((fromX + toX) / 2, (fromY + toY) / 2);
            robot.mouseMove(toX, toY);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }
}
