package dev.fulgurite.graph.neo4j.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.ReadableGroups;

/// Nodes and relationships that are to become a new database. They wait in two files until all are
/// in, so that memory stays flat; for one thread at a time.
///
/// ```java
/// long host = store.newNode();
/// store.node(host, "Host", Map.of("key", "host:web01"), Map.of());
/// store.build(home, settings, part -> {});
/// ```
public final class BulkStore implements AutoCloseable {

    private final Words words = new Words();
    private final BlockFile nodes;
    private final BlockFile relationships;
    private long newNodes;
    private long relationshipCount;
    private long nodeProperties;
    private long relationshipProperties;
    private long nodeBytes;
    private long relationshipBytes;

    /// @param folder for the two files
    public BulkStore(Path folder) throws IOException {
        Files.createDirectories(folder);
        nodes = new BlockFile(folder.resolve("nodes"));
        relationships = new BlockFile(folder.resolve("relationships"));
    }

    /// The number of a node that is to be given by [#node] once, sooner or later.
    public long newNode() {
        return newNodes++;
    }

    /// Whether a property can have this value: text, a number, a truth value, a time, or a list of
    /// values of one of these kinds.
    public static boolean holds(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String _ -> true;
            case List<?> list -> PropertyArray.holds(list);
            default -> PropertyArray.holdsOne(value);
        };
    }

    /// Adds a node.
    ///
    /// @param number from [#newNode]
    /// @param head properties of values that [#holds]; a null is none
    /// @param columns further ones, with none of these names
    public void node(
            long number,
            String label,
            Map<String, ? extends @Nullable Object> head,
            Map<String, ? extends @Nullable Object> columns)
            throws IOException {
        ByteOutput out = nodes.block();
        int start = out.size();
        out.count(number);
        out.count(words.number(label));
        nodeProperties += properties(out, head) + properties(out, columns);
        out.count(Words.END);
        nodeBytes += out.size() - start;
        nodes.endElement();
    }

    /// Adds a relationship between two nodes by their numbers.
    public void relationship(
            String type,
            long from,
            long to,
            Map<String, ? extends @Nullable Object> head,
            Map<String, ? extends @Nullable Object> columns)
            throws IOException {
        ByteOutput out = relationships.block();
        int start = out.size();
        out.count(from);
        out.count(to);
        out.count(words.number(type));
        relationshipProperties += properties(out, head) + properties(out, columns);
        out.count(Words.END);
        relationshipBytes += out.size() - start;
        relationshipCount++;
        relationships.endElement();
    }

    private int properties(ByteOutput out, Map<String, ? extends @Nullable Object> properties) {
        properties.forEach((name, value) -> {
            if (value != null) {
                out.count(words.number(name));
                out.value(value);
            }
        });
        return properties.size();
    }

    /// Makes the database `neo4j` of all that was given, in a home that has none.
    ///
    /// @param settings the file of settings that the database will run with
    /// @param done is told what part of it is done, from 0 to 1
    public void build(Path home, Path settings, DoubleConsumer done) throws IOException {
        close();
        ElementReader reader = new ElementReader(words.all());
        Input.Estimates estimates =
                Input.knownEstimates(
                        newNodes,
                        relationshipCount,
                        nodeProperties,
                        relationshipProperties,
                        nodeBytes,
                        relationshipBytes,
                        newNodes);
        Input input =
                Input.input(
                        () -> reader.nodes(nodes),
                        () -> reader.relationships(relationships),
                        IdType.ACTUAL,
                        estimates,
                        ReadableGroups.EMPTY,
                        false);
        DatabaseBuilder.build(input, home, settings, done);
    }

    @Override
    public void close() throws IOException {
        try (nodes;
                relationships) {
            // Closing is all.
            return;
        }
    }
}
