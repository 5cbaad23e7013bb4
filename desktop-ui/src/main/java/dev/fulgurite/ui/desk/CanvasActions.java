package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.canvas.CanvasAction.Relayout;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// All that can be done on the canvas, for the palette and the sheet of keys. What cannot be done
/// now says what it needs.
final class CanvasActions {

    private final CanvasPane pane;
    private final CanvasViewModel model;
    private final SelectionActions selected;
    private final Walks walks;

    CanvasActions(CanvasPane pane, DeskViewModel desk) {
        this.pane = pane;
        this.model = desk.canvas();
        this.selected = new SelectionActions(model);
        this.walks = desk.walks();
    }

    /// What there always is.
    List<Action> always() {
        List<Action> all = new ArrayList<>();
        all.add(Action.byHand("select"));
        all.addAll(ofOneCard());
        all.add(action("menu", pane::menuAtSelection));
        all.add(Action.byHand("many"));
        all.addAll(selecting());
        all.addAll(marking());
        all.addAll(arranging());
        all.add(action("find", pane::find));
        all.add(when("copy", this::isSome, "some", pane::copy));
        all.add(action("fit", pane.view()::fit));
        all.add(action("zoom.in", pane.view()::closer));
        all.add(action("zoom.out", pane.view()::farther));
        all.add(Action.byHand("pan"));
        all.add(Action.byHand("drag"));
        all.add(action("undo", model::undo));
        all.add(action("redo", model::redo));
        return all;
    }

    private List<Action> ofOneCard() {
        return List.of(
                when("walk", this::isOne, "one", pane::walkOn),
                when("paths", this::isOne, "one", pane::findPaths),
                when(
                        "paths.two",
                        () -> selected.cards().size() == 2,
                        "two",
                        pane::findPathsBetween),
                action("paths.any", walks::takeAll));
    }

    private List<Action> selecting() {
        return List.of(
                action("all", selected::selectAll),
                when("kind", () -> selected.kind().isPresent(), "some", selected::selectKind),
                action("lasso", pane::lasso),
                action("clear", pane::selectNothing));
    }

    private List<Action> marking() {
        return List.of(
                when("hide", this::isSome, "some", selected::hide),
                when("unhide", () -> selected.hidden() > 0, "hidden", selected::showHidden),
                when("pin", this::isSome, "some", selected::pin),
                when("tag", this::isSome, "some", pane::askTag),
                when("note", this::isOne, "one", pane::askNote));
    }

    private List<Action> arranging() {
        return List.of(
                when("fold", this::isFoldable, "one", selected::fold),
                when("unfold", () -> selected.allFolded() > 0, "folded", selected::unfoldAll),
                when("group", () -> !selected.groupable().isEmpty(), "alike", selected::group),
                when("ungroup", () -> selected.stack().isPresent(), "stack", selected::ungroup),
                action("flow", () -> pane.layOut(Relayout.Style.FLOW)),
                action("force", () -> pane.layOut(Relayout.Style.FORCE)));
    }

    /// What there is for what is on the canvas now.
    List<Action> ofNow() {
        List<Action> all = new ArrayList<>();
        selected.kinds()
                .forEach((kind, count) ->
                        all.add(
                                action(
                                        "kind.of",
                                        () -> selected.select(kind),
                                        kind.plural(),
                                        count)));
        if (isSome()) {
            selected.otherTags()
                    .forEach(tag -> all.add(action("tag.word", () -> selected.tag(tag), tag)));
            selected.tags()
                    .forEach(tag -> all.add(action("untag", () -> selected.untag(tag), tag)));
        }
        CanvasState now = model.state().get();
        now.waiting()
                .keySet()
                .forEach(title -> all.add(action("next", () -> model.bringNext(title), title)));
        now.cuts()
                .keySet()
                .forEach(walk -> all.add(action("next", () -> walks.more(walk), walk.title())));
        walks.pathTypes().forEach(type -> all.add(pathType(type)));
        return all;
    }

    private Action pathType(String type) {
        boolean taken = walks.takes(type);
        return action(taken ? "paths.without" : "paths.over", () -> walks.take(type, !taken), type);
    }

    private boolean isSome() {
        return !selected.cards().isEmpty();
    }

    private boolean isOne() {
        return selected.single().isPresent();
    }

    private boolean isFoldable() {
        return isOne() || selected.folded() > 0;
    }

    private Action action(String id, Runnable run, Object... about) {
        return new Action(
                id,
                List.of(about),
                () -> {
                    pane.view().requestFocus();
                    run.run();
                });
    }

    /// @param needs what is said when it cannot be done
    private Action when(String id, BooleanSupplier can, String needs, Runnable run) {
        return action(
                id,
                () -> {
                    if (can.getAsBoolean()) {
                        run.run();
                    } else {
                        model.say(Words.of("canvas.needs." + needs));
                    }
                });
    }
}
