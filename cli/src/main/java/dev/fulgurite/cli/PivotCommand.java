package dev.fulgurite.cli;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.Csv;
import dev.fulgurite.investigation.GraphJson;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.PivotOrder;
import dev.fulgurite.investigation.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pivot`: where one can go from a node, and what is there.
@Command(
        name = "pivot",
        description = "List the pivots from a node, with their counts; or walk one.",
        footer = {
            "",
            "Example:  fulgurite pivot Caller:upn:alice@contoso.com",
            "          fulgurite pivot upn:alice@contoso.com caller-operations --limit 20"
        })
final class PivotCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            description = "Label:key, or key if one node has it.")
    private String node = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PIVOT",
            description = "A pivot that the list names.")
    private @Nullable String pivot;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Show the first N results (default ${DEFAULT-VALUE}).")
    private int limit = 100;

    @Option(names = "--newest", description = "The newest results first, not the most unusual.")
    private boolean newest;

    @Option(names = "--json", description = "One JSON object a pivot, node or relationship.")
    private boolean json;

    PivotCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        try (Investigation investigation = Investigation.open(graph.existing())) {
            NodeRef from = investigation.find(node).ref();
            if (pivot == null) {
                offers(investigation.pivots(from));
            } else {
                PivotOrder order = newest ? PivotOrder.NEWEST : PivotOrder.UNUSUAL;
                walk(investigation.pivot(from, pivot, order, limit));
            }
            return Exit.DONE;
        }
    }

    private void offers(List<PivotOffer> offers) {
        Table table = new Table("PIVOT", "COUNT", "RARE", "TITLE");
        for (PivotOffer offer : offers) {
            if (json) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                object.put("pivot", offer.id());
                object.put("title", offer.title());
                object.put("count", offer.count());
                object.put("rare", offer.rare());
                object.put("more", offer.more());
                console.json(object);
            } else {
                String count = offer.count() + (offer.more() ? "+" : "");
                table.row(offer.id(), count, offer.rare(), offer.title());
            }
        }
        table.print(console);
    }

    private void walk(Neighbourhood found) {
        Table nodes = new Table("NODE", "NAME");
        Table relationships = new Table("FROM", "RELATIONSHIP", "TO", "TIME");
        for (Node each : found.graph().nodes()) {
            if (json) {
                console.json(GraphJson.node(each));
            }
            nodes.row(each.ref(), Wording.name(each));
        }
        for (Relationship each : found.graph().relationships()) {
            if (json) {
                console.json(GraphJson.relationship(each));
            }
            relationships.row(each.from(), each.ref(), each.to(), Csv.text(each.get("at")));
        }
        if (!json) {
            nodes.print(console);
            console.line("");
            relationships.print(console);
        }
        if (found.cut()) {
            console.note(
                    "first " + found.shown() + " of " + found.total() + "; --limit shows more");
        }
    }
}
