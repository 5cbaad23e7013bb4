package dev.fulgurite.ui.search;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.actions.Action;
import java.util.List;
import java.util.function.Consumer;

/// What the palette finds in the window itself, and where it leads.
public interface Places {

    /// All that can ever be done.
    List<Action> actions();

    /// What can be done with what is there now, such as with each tag.
    List<Action> actionsOfNow();

    /// Hands over the pivots of what is selected, when they are known; nothing when none is.
    void pivots(Consumer<List<PivotOffer>> use);

    void walk(PivotOffer pivot);

    /// Puts a part of the graph on the canvas and selects a node of it.
    void bring(String title, Subgraph graph, NodeRef select);

    void choose(Alert alert);

    /// Opens the query page with a text.
    void query(String text);
}
