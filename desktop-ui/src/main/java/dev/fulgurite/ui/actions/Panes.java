package dev.fulgurite.ui.actions;

import java.util.List;
import javafx.scene.Node;

/// The panes of a page in their order, for the key that goes from one to the next.
public final class Panes {

    /// One of them.
    ///
    /// @param begin puts the keyboard into it
    public record Pane(Node view, Runnable begin) {

        /// One that takes the keyboard itself.
        public static Pane of(Node view) {
            return new Pane(view, view::requestFocus);
        }
    }

    private final List<Pane> panes;

    public Panes(List<Pane> panes) {
        this.panes = List.copyOf(panes);
    }

    /// Whether the keyboard is on a node or on anything in it. What the toolkit says of a focus
    /// within stays as it was when the focus goes from one list to another.
    public static boolean hasKeyboard(Node pane) {
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        while (owner != null && !owner.equals(pane)) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    /// Goes to the next pane that takes the keyboard now, after the last one to the first; from
    /// elsewhere to the first.
    public void next(boolean back) {
        int count = panes.size();
        int at = back ? 0 : -1;
        for (int i = 0; i < count; i++) {
            at = hasKeyboard(panes.get(i).view()) ? i : at;
        }
        for (int step = 1; step <= count; step++) {
            Pane pane = panes.get(Math.floorMod(at + (back ? -step : step), count));
            pane.begin().run();
            if (hasKeyboard(pane.view())) {
                return;
            }
        }
    }
}
