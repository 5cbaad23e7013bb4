package dev.fulgurite.graph;

import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// SHA-256 over observed nodes and relationships: of each element the SHA-256 of its names and its
/// observed properties, and over these, sorted, the digest. Facts, evidence pointers and whatever a
/// link inferred are left out. Elements may be added in any order. Memory grows by 32 bytes and an
/// object for each.
public final class GraphDigest {

    private static final Set<String> NEVER = Set.of("key", "id", "evidence");
    private static final char FIELD = '\u001f';
    private static final char END = '\u001e';

    private final Schema schema;
    private final List<byte[]> elements = new ArrayList<>();
    private final MessageDigest sha = sha256();

    public GraphDigest(Schema schema) {
        this.schema = schema;
    }

    /// The digest that a graph would have that holds just the observed part of this subgraph.
    public static String of(Subgraph subgraph, Schema schema) {
        GraphDigest digest = new GraphDigest(schema);
        subgraph.nodes().stream()
                .filter(node -> schema.observedLabels().contains(node.label()))
                .forEach(digest::add);
        subgraph.relationships().stream()
                .filter(relationship ->
                        schema.observedTypes().contains(relationship.type())
                                && relationship.inferredBy() == null)
                .forEach(digest::add);
        return digest.hex();
    }

    /// A short hash of named contents, whatever the order of their names.
    public static String hash(String kind, Map<String, Object> contents) {
        StringBuilder text = new StringBuilder(kind);
        append(text, contents, NEVER);
        byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    public void add(Node node) {
        StringBuilder text = new StringBuilder("node");
        text.append(FIELD).append(node.label()).append(FIELD).append(node.key());
        add(text, node.properties(), schema.facts(node.label()));
    }

    public void add(Relationship relationship) {
        StringBuilder text = new StringBuilder("relationship");
        text.append(FIELD).append(relationship.type()).append(FIELD).append(relationship.id());
        text.append(FIELD).append(relationship.from()).append(FIELD).append(relationship.to());
        add(text, relationship.properties(), schema.facts(relationship.type()));
    }

    /// The digest of all that was added, in lower-case hex.
    public String hex() {
        elements.sort(Arrays::compareUnsigned);
        elements.forEach(sha::update);
        return HexFormat.of().formatHex(sha.digest());
    }

    private void add(StringBuilder text, Map<String, Object> properties, Set<String> facts) {
        Set<String> without = new HashSet<>(NEVER);
        without.addAll(facts);
        append(text, properties, without);
        elements.add(sha.digest(text.append(END).toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(
            StringBuilder text, Map<String, Object> properties, Set<String> without) {
        new TreeMap<>(properties)
                .forEach((name, value) -> {
                    if (!without.contains(name)) {
                        text.append(FIELD).append(name).append('=');
                        text.append(value.getClass() == Double.class ? "#" : "").append(value);
                    }
                });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
