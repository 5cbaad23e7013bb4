package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.ui.words.Words;

/// What an action brought, in words for the line below the canvas.
final class Said {

    private Said() {}

    static String of(CanvasAction action, CanvasState before, CanvasState after) {
        return switch (action) {
            case CanvasAction.Bring(String title, _) -> added(title, before, after);
            case CanvasAction.BringNext(String title) -> added(title, before, after);
            case CanvasAction.WalkOn(var walk, var found) ->
                    added(walk.title(), before, after)
                            + (found.more()
                                    ? Words.of("canvas.said.looked", Neighbourhood.LOOKED_AT)
                                    : "");
            case CanvasAction.Hide _ -> count("hide", before.shown() - after.shown());
            case CanvasAction.Unhide _, CanvasAction.Unfold _ ->
                    count("unhide", after.shown() - before.shown());
            case CanvasAction.Fold _ -> count("fold", before.shown() - after.shown());
            case CanvasAction.Pin(var nodes) -> count("pin", nodes.size());
            case CanvasAction.Unpin(var nodes) -> count("unpin", nodes.size());
            case CanvasAction.Group _ -> count("group", cards(before) - cards(after) + 1);
            case CanvasAction.Ungroup _ -> count("ungroup", cards(after) - cards(before));
            case CanvasAction.Tag(var nodes, String tag) ->
                    Words.of("canvas.said.tag", tag, nodes.size());
            case CanvasAction.Untag(_, String tag) -> Words.of("canvas.said.untag", tag);
            case CanvasAction.Note(_, String text) ->
                    Words.of(text.isBlank() ? "canvas.said.note.gone" : "canvas.said.note");
            case CanvasAction.Relayout _ -> Words.of("canvas.said.relayout");
            case CanvasAction.Move _ -> "";
        };
    }

    private static int cards(CanvasState state) {
        return state.layout().cards().size();
    }

    private static String count(String what, int count) {
        return Words.of("canvas.said." + what, count);
    }

    private static String added(String title, CanvasState before, CanvasState after) {
        int more = after.shown() - before.shown();
        int lines = after.graph().relationships().size() - before.graph().relationships().size();
        if (more > 0) {
            return Words.of("canvas.said.more", title, more);
        }
        return lines > 0
                ? Words.of("canvas.said.lines", title, lines)
                : Words.of("canvas.said.nothing", title);
    }
}
