package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.canvas.CanvasAction.Relayout;
import dev.fulgurite.ui.canvas.CanvasFind;
import dev.fulgurite.ui.canvas.CanvasKeys;
import dev.fulgurite.ui.canvas.CanvasMouse;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The canvas with what comes up over it: its menu, the line that asks for a tag or a note or finds
/// cards, the rectangle that selects.
final class CanvasPane extends StackPane implements CanvasKeys.Around {

    private final CanvasViewModel model;
    private final Walks walks;
    private final CanvasView view;
    private final SelectionActions selected;
    private final CanvasFind finder;
    private final CanvasPrompt prompt;
    private final CanvasMenu menu;
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private @Nullable NodeRef pathFrom;

    CanvasPane(DeskViewModel desk, ObjectProperty<Appearance> appearance) {
        model = desk.canvas();
        walks = desk.walks();
        view = new CanvasView(model, appearance);
        selected = new SelectionActions(model);
        finder = new CanvasFind(model);
        prompt = new CanvasPrompt(view::requestFocus);
        menu = new CanvasMenu(selected, walks, this);
        mouse = new CanvasMouse(view, model, this);
        keys = new CanvasKeys(view, model, mouse, this);
        StackPane.setAlignment(prompt, Pos.TOP_CENTER);
        getChildren().addAll(view, mouse.overlay(), prompt);
        setMinSize(120, 120);
        model.selection().subscribe(_ -> reveal());
        model.shownStory().subscribe(_ -> pathFrom = null);
        model.arrived().subscribe(this::revealArrived);
    }

    CanvasView view() {
        return view;
    }

    /// Looks at what came and at what it came from.
    private void revealArrived(Set<String> arrived) {
        if (!arrived.isEmpty()) {
            Set<String> cards = new HashSet<>(arrived);
            cards.addAll(model.selectedCards());
            view.reveal(cards);
        }
    }

    /// Looks at what was selected elsewhere; what is under the pressed mouse is in view.
    private void reveal() {
        if (!view.isPressed()) {
            model.selectedCard().ifPresent(view::reveal);
        }
    }

    @Override
    public void walkOn() {
        if (pathFrom == null) {
            walks.walkOn();
        } else {
            clicked();
        }
    }

    @Override
    public void menu(double x, double y) {
        var place = view.localToScreen(x, y);
        menu.show(view, place.getX(), place.getY());
    }

    void menuAtSelection() {
        keys.menuAtSelection();
    }

    /// The next drag over the ground selects what it touches.
    void lasso() {
        mouse.lassoNext(prompt::close);
        prompt.tell(Words.of("prompt.lasso"));
    }

    void selectNothing() {
        model.select(Selection.NOTHING);
    }

    /// Lays out anew and shows all of it: the cards may be far from where they were.
    void layOut(Relayout.Style style) {
        selected.layOut(style);
        view.fit();
    }

    /// Begins to look for paths from the selected node.
    void findPaths() {
        selected.single().ifPresent(this::choosePathEnd);
    }

    /// Brings the paths between the two selected cards.
    void findPathsBetween() {
        List<Card> two = selected.cards();
        walks.paths(
                two.getFirst().nodes().getFirst().ref(), two.getLast().nodes().getFirst().ref());
    }

    private void choosePathEnd(NodeRef from) {
        pathFrom = from;
        prompt.tell(Words.of("prompt.paths"));
        view.requestFocus();
    }

    @Override
    public void clicked() {
        NodeRef from = pathFrom;
        Optional<NodeRef> to = selected.single();
        if (from != null && to.isPresent() && !to.get().equals(from)) {
            pathFrom = null;
            prompt.close();
            walks.paths(from, to.get());
        }
    }

    @Override
    public void escape() {
        if (prompt.isVisible()) {
            pathFrom = null;
            mouse.forgetLasso();
            prompt.close();
        } else {
            selectNothing();
        }
    }

    @Override
    public void askTag() {
        if (!selected.cards().isEmpty()) {
            prompt.ask(Words.of("prompt.tag", selected.cards().size()), "", selected::tag);
        }
    }

    @Override
    public void askNote() {
        if (selected.single().isPresent()) {
            prompt.ask(Words.of("prompt.note"), selected.note(), selected::note);
        }
    }

    @Override
    public void find() {
        prompt.askOn(Words.of("prompt.find.asks"), this::found);
    }

    private String found(String text, boolean back) {
        int at = finder.next(text, back);
        return at == 0
                ? Words.of("prompt.find.none")
                : Words.of("prompt.find.at", at, finder.count(text));
    }

    @Override
    public void copy() {
        if (!selected.cards().isEmpty()) {
            TextClip.copy(selected.values());
            model.say(Words.of("canvas.said.copied", selected.cards().size()));
        }
    }
}
