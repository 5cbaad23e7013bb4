package dev.fulgurite.investigation.search;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.ingest.mapping.EntityNames;
import dev.fulgurite.investigation.search.SearchResult.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for what somebody typed: whole keys and beginnings of keys by the index, which answers at
/// once on a graph of any size; then, while there is time, inside all keys and names.
public final class Search {

    /// What is looked through label by label, small and telling ones first.
    private static final List<String> LABELS =
            List.of(
                    "Host",
                    "Caller",
                    "VirtualMachine",
                    "Account",
                    "IpAddress",
                    "Subscription",
                    "ScriptFile",
                    "Command",
                    "Operation",
                    "ScriptBlock");

    /// What stands before the name in a key.
    private static final List<String> KINDS =
            List.of("", "upn:", "app:", "oid:", "host:", "device:", "sid:", "name:", "name:\\");

    /// The latest record of a node with more relationships than this is not looked for.
    private static final long FEW = 1_000;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Duration time;

    /// @param time for what the indexes do not answer
    public Search(InvestigationGraph graph, CypherLibrary library, Duration time) {
        this.graph = graph;
        this.library = library;
        this.time = time;
    }

    /// What the indexes know alone: whole keys and beginnings of keys, at once.
    public SearchResult keys(String written, int limit, Cancellation cancellation) {
        Found found = new Found(written.strip().toLowerCase(Locale.ROOT));
        if (!written.isBlank()) {
            byKey(written.strip(), limit, cancellation, found);
        }
        return result(found, limit, false);
    }

    /// What the indexes know and, while there is time, what has the text inside a key or name.
    public SearchResult entities(String written, int limit, Cancellation cancellation) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return SearchResult.NOTHING;
        }
        Found found = new Found(text);
        byKey(written.strip(), limit, cancellation, found);
        Budget budget = new Budget(graph, time, cancellation);
        for (String label : LABELS) {
            if (found.size() <= limit) {
                budget.scan(inside(label, text, limit + 1L), found::add);
            }
        }
        return result(found, limit, budget.stopped());
    }

    /// What is asked of the store for a text of about so many letters, one that nothing has:
    /// nothing is looked through for it.
    ///
    /// @param nowhere a text that is in no key
    public List<Query> ahead(String nowhere) {
        List<Query> all = new ArrayList<>(List.of(named(nowhere), whole(nowhere)));
        all.add(beginning(prefixes(nowhere), 0));
        all.add(beginning(prefixes("A" + nowhere), 0));
        all.add(query("last-seen", Map.of("wanted", Map.of("refs", List.of()), "limit", FEW)));
        LABELS.forEach(label -> all.add(inside(label, nowhere, 0)));
        for (List<String> words : List.of(List.of(nowhere), List.of(nowhere, nowhere))) {
            all.add(holding("search-commands", words, 0));
            all.add(holding("search-processes", words, 0));
        }
        return all;
    }

    private SearchResult result(Found found, int limit, boolean stopped) {
        List<Node> best = found.best();
        List<Node> shown = best.subList(0, Math.min(limit, best.size()));
        return new SearchResult(seen(shown, found), best.size() > limit, stopped);
    }

    private void byKey(String text, int limit, Cancellation cancellation, Found found) {
        graph.read(named(text), cancellation).rows().forEach(found::exact);
        for (String key : new TreeSet<>(List.of(text, text.toLowerCase(Locale.ROOT)))) {
            graph.read(whole(key), cancellation).rows().forEach(found::exact);
        }
        graph.read(beginning(prefixes(text), limit + 1L), cancellation).rows().forEach(found::add);
    }

    private Query named(String text) {
        List<NodeRef> named = new ArrayList<>(EntityNames.of(text));
        NodeRef.parse(text).ifPresent(named::add);
        return query("nodes", Map.of("wanted", Map.of("refs", refs(named))));
    }

    private Query whole(String key) {
        return query("nodes-with-key", Map.of("key", key));
    }

    private static List<String> prefixes(String text) {
        return KINDS.stream()
                .flatMap(kind -> Stream.of(kind + text, kind + text.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private Query beginning(List<String> prefixes, long limit) {
        return query("search-prefix", Map.of("prefixes", prefixes, "limit", limit));
    }

    private Query inside(String label, String text, long limit) {
        return query("search-scan", Map.of("label", label, "text", text, "limit", limit));
    }

    private Query holding(String id, List<String> words, long limit) {
        return query(id, Map.of("words", words, "limit", limit));
    }

    /// Runs whose line holds every word of a text.
    public CommandResult commands(String text, int limit, Cancellation cancellation) {
        List<String> words =
                Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return CommandResult.NOTHING;
        }
        List<CommandResult.Hit> hits = new ArrayList<>();
        Budget budget = new Budget(graph, time, cancellation);
        budget.scan(holding("search-commands", words, limit + 1L), row -> hits.add(command(row)));
        if (hits.size() <= limit) {
            budget.scan(
                    holding("search-processes", words, limit + 1L), row -> hits.add(process(row)));
        }
        boolean more = hits.size() > limit;
        return new CommandResult(
                hits.subList(0, Math.min(limit, hits.size())), more, budget.stopped());
    }

    private static CommandResult.Hit command(Row row) {
        Node command = node(row, "command");
        Relationship run = (Relationship) present(row, "run");
        return hit(row, run.properties(), command, run);
    }

    private static CommandResult.Hit process(Row row) {
        Node event = node(row, "event");
        return hit(row, event.properties(), event, (Relationship) present(row, "on"));
    }

    private static CommandResult.Hit hit(
            Row row, Map<String, Object> told, Node node, Relationship line) {
        Node host = node(row, "host");
        String command = String.valueOf(told.getOrDefault("command", ""));
        String whole = String.valueOf(told.getOrDefault("commandLine", ""));
        return new CommandResult.Hit(
                command.isBlank() ? whole : command,
                host.get("names") instanceof List<?> names && !names.isEmpty()
                        ? String.valueOf(names.getFirst())
                        : host.key(),
                told.get("at") instanceof Instant at ? at : null,
                node.ref(),
                new Subgraph(List.of(host, node), List.of(line)));
    }

    private List<SearchResult.Hit> seen(List<Node> nodes, Found found) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        Map<NodeRef, Row> told = new HashMap<>();
        List<Map<String, String>> refs = refs(nodes.stream().map(Node::ref).toList());
        graph.read(query("last-seen", Map.of("wanted", Map.of("refs", refs), "limit", FEW)))
                .rows()
                .forEach(row -> told.put(new NodeRef(row.text("label"), row.text("key")), row));
        return nodes.stream().map(node -> hit(node, found, told.get(node.ref()))).toList();
    }

    private static SearchResult.Hit hit(Node node, Found found, @Nullable Row told) {
        return told == null
                ? new SearchResult.Hit(node, found.match(node), null, 0)
                : new SearchResult.Hit(
                        node, found.match(node), told.instant("last"), told.number("links"));
    }

    private static List<Map<String, String>> refs(List<NodeRef> refs) {
        return refs.stream().map(ref -> Map.of("label", ref.label(), "key", ref.key())).toList();
    }

    private Query query(String id, Map<String, ?> parameters) {
        return Query.of(library.file("read", id).statement(), parameters);
    }

    private static Node node(Row row, String column) {
        return (Node) present(row, column);
    }

    private static Object present(Row row, String column) {
        Object value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("no " + column);
        }
        return value;
    }

    /// Nodes that were found, each once.
    private static final class Found {
        private final String text;
        private final Map<NodeRef, Node> nodes = new LinkedHashMap<>();
        private final Map<NodeRef, Match> matches = new HashMap<>();

        Found(String text) {
            this.text = text;
        }

        int size() {
            return nodes.size();
        }

        void exact(Row row) {
            put(node(row, "node"), Match.WHOLE);
        }

        void add(Row row) {
            Node node = node(row, "node");
            put(node, judge(node));
        }

        private void put(Node node, Match match) {
            if (nodes.putIfAbsent(node.ref(), node) == null) {
                matches.put(node.ref(), match);
            }
        }

        Match match(Node node) {
            return matches.getOrDefault(node.ref(), Match.INSIDE);
        }

        private Match judge(Node node) {
            List<String> words = words(node);
            if (words.contains(text)) {
                return Match.WHOLE;
            }
            return words.stream().anyMatch(word -> word.startsWith(text))
                    ? Match.BEGINNING
                    : Match.INSIDE;
        }

        private static List<String> words(Node node) {
            String key = node.key().toLowerCase(Locale.ROOT);
            List<String> words = new ArrayList<>(List.of(key));
            KINDS.stream()
                    .filter(kind -> !kind.isEmpty() && key.startsWith(kind))
                    .forEach(kind -> words.add(key.substring(kind.length())));
            Stream.of("name", "title", "path")
                    .map(node::get)
                    .filter(String.class::isInstance)
                    .forEach(name -> words.add(name.toString().toLowerCase(Locale.ROOT)));
            if (node.get("names") instanceof List<?> names) {
                names.forEach(name -> words.add(String.valueOf(name).toLowerCase(Locale.ROOT)));
            }
            return words;
        }

        List<Node> best() {
            List<Node> all = new ArrayList<>(nodes.values());
            all.sort(
                    Comparator.comparing(this::match)
                            .thenComparing(node -> !node.key().contains(text))
                            .thenComparingInt(node -> rank(node.label()))
                            .thenComparing(Node::key));
            return all;
        }

        private static int rank(String label) {
            int at = LABELS.indexOf(label);
            return at < 0 ? LABELS.size() : at;
        }
    }
}
