package dev.fulgurite.graph;

import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// SHA-256 over observed nodes and relationships in one canonical form: labels sorted, in each the
/// nodes by key; then types sorted, in each the relationships by id; of each element its names and
/// its observed properties. Facts, evidence pointers and whatever a link inferred are left out. The
/// elements are added in that order.
public final class GraphDigest {

    private static final Set<String> NEVER = Set.of("key", "id", "evidence");
    private static final char FIELD = '\u001f';
    private static final char END = '\u001e';

    private final Schema schema;
    private final MessageDigest sha;

    public GraphDigest(Schema schema) {
        this.schema = schema;
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The digest that a graph would have that holds just the observed part of this subgraph.
    public static String of(Subgraph subgraph, Schema schema) {
        GraphDigest digest = new GraphDigest(schema);
        for (String label : schema.observedLabels()) {
            List<Node> nodes =
                    subgraph.nodes().stream().filter(node -> node.label().equals(label)).toList();
            nodes.stream()
                    .sorted(Comparator.comparing(Node::key, GraphDigest::byCodePoint))
                    .forEach(digest::add);
        }
        for (String type : schema.observedTypes()) {
            List<Relationship> relationships =
                    subgraph.relationships().stream()
                            .filter(relationship ->
                                    relationship.type().equals(type)
                                            && relationship.inferredBy() == null)
                            .toList();
            relationships.stream()
                    .sorted(Comparator.comparing(Relationship::id, GraphDigest::byCodePoint))
                    .forEach(digest::add);
        }
        return digest.hex();
    }

    public void add(Node node) {
        StringBuilder text = new StringBuilder("node");
        text.append(FIELD).append(node.label()).append(FIELD).append(node.key());
        append(text, node.properties(), schema.facts(node.label()));
    }

    public void add(Relationship relationship) {
        StringBuilder text = new StringBuilder("relationship");
        text.append(FIELD).append(relationship.type()).append(FIELD).append(relationship.id());
        text.append(FIELD).append(relationship.from()).append(FIELD).append(relationship.to());
        append(text, relationship.properties(), schema.facts(relationship.type()));
    }

    /// The digest of all that was added, in lower-case hex. Ends this digest.
    public String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }

    private void append(StringBuilder text, Map<String, Object> properties, Set<String> facts) {
        new TreeMap<>(properties)
                .forEach((name, value) -> {
                    if (!NEVER.contains(name) && !facts.contains(name)) {
                        text.append(FIELD).append(name).append('=');
                        text.append(value.getClass() == Double.class ? "#" : "").append(value);
                    }
                });
        sha.update(text.append(END).toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The order in which the database sorts text, which differs from that of `String` beyond the
    /// basic plane.
    private static int byCodePoint(String left, String right) {
        int at = 0;
        int shorter = Math.min(left.length(), right.length());
        while (at < shorter && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == shorter) {
            return Integer.compare(left.length(), right.length());
        }
        int start = at > 0 && Character.isHighSurrogate(left.charAt(at - 1)) ? at - 1 : at;
        return Integer.compare(left.codePointAt(start), right.codePointAt(start));
    }
}
