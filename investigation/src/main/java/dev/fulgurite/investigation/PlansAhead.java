package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.search.Search;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Has the store plan what an analyst is likely to ask next. Neo4j plans a statement when it is
/// asked for the first time, which takes hundreds of milliseconds and more in a process that just
/// started, and keeps the plan by the types of the parameters; for texts and lists also by about
/// how long they are: none, one, up to ten, up to a hundred, up to a thousand.
///
/// So each statement is asked once for a key that is as long as those it is likely to be asked for,
/// and that no node has.
final class PlansAhead {

    /// How many keys of a kind are looked at to see how long they are.
    private static final long SEEN = 20;

    /// No log has it in a name.
    private static final String NOWHERE = "\u0000";

    private static final int STEP = 10;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Pivots pivots;
    private final NodeQuestions questions;

    PlansAhead(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        this.pivots = new Pivots(graph, library);
        this.questions = new NodeQuestions(library);
    }

    /// What is asked with one plan: nodes of a label whose keys are about so long.
    private record Kind(String label, int length) {
        static Kind of(NodeRef node) {
            int length = STEP;
            while (length < node.key().length()) {
                length *= STEP;
            }
            return new Kind(node.label(), length);
        }

        NodeRef nowhere() {
            return new NodeRef(label, NOWHERE.repeat(length));
        }
    }

    /// The questions, the likeliest first: the menus of these nodes and what they lead to.
    ///
    /// @param time that menus count for
    /// @param results how many results a step brings
    List<Query> of(Collection<NodeRef> shown, TimeRange time, int results) {
        Set<Kind> kinds = new LinkedHashSet<>();
        shown.forEach(node -> kinds.add(Kind.of(node)));
        List<Query> all = new ArrayList<>();
        kinds.forEach(kind -> all.addAll(menu(kind.nowhere(), time)));
        kinds.forEach(kind -> all.addAll(pivots.finding(kind.nowhere(), results)));
        kinds.forEach(kind -> all.add(records(kind.nowhere())));
        return all;
    }

    /// What is asked for a text, of up to ten letters and of more.
    List<Query> ofSearch(Search search) {
        return Stream.of(STEP, STEP * STEP)
                .flatMap(length -> search.ahead(NOWHERE.repeat(length)).stream())
                .toList();
    }

    private List<Query> menu(NodeRef nowhere, TimeRange time) {
        List<Query> asked = new ArrayList<>(pivots.counting(nowhere, time));
        asked.add(questions.neighbours(nowhere));
        asked.add(questions.alerts(nowhere, 1));
        return asked;
    }

    private Query records(NodeRef nowhere) {
        return questions.records(nowhere, Investigation.EVIDENCE_LIMIT);
    }

    /// A few nodes of each kind that pivots start at.
    List<NodeRef> examples() {
        Map<String, Object> wanted = Map.of("labels", List.copyOf(pivots.labels()), "each", SEEN);
        Query some = Query.of(library.file("read", "some-keys").statement(), wanted);
        return graph.read(some).rows().stream()
                .map(row -> new NodeRef(row.text("label"), row.text("key")))
                .toList();
    }
}
