package dev.fulgurite.ui.shell;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.search.Places;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where the palette leads in this window.
///
/// @param ofNow what can be done with what is there now
/// @param onDesk brings the desk to the front
/// @param openQuery opens the query page with a text
record Leads(
        ShellViewModel model,
        List<Action> actions,
        Supplier<List<Action>> ofNow,
        Runnable onDesk,
        Consumer<String> openQuery)
        implements Places {

    @Override
    public List<Action> actionsOfNow() {
        return ofNow.get();
    }

    @Override
    public void pivots(Consumer<List<PivotOffer>> use) {
        model.desk().walks().offers(use);
    }

    @Override
    public void walk(PivotOffer pivot) {
        onDesk.run();
        model.desk().walks().walk(pivot);
    }

    @Override
    public void bring(String title, Subgraph graph, NodeRef select) {
        onDesk.run();
        model.desk().canvas().bring(title, graph);
        model.desk().canvas().selectNode(select);
    }

    @Override
    public void choose(Alert alert) {
        onDesk.run();
        model.desk().alerts().open(alert.id());
    }

    @Override
    public void query(String text) {
        openQuery.accept(text);
    }
}
