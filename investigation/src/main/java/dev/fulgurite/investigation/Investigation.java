package dev.fulgurite.investigation;

import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import java.io.OutputStream;
import java.util.List;

/// One investigation: the one door both front ends call. Safe for use by several threads; every
/// call waits for the graph, so a window makes it off its own thread. Failures are
/// [dev.fulgurite.graph.GraphException] (the store) and [InvestigationException] (what the analyst
/// named, or a file).
///
/// ```java
/// try (Investigation investigation = Investigation.open(GraphLocation.standard())) {
///     investigation.ingest(List.of(Path.of("logs")), progress);
/// }
/// ```
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Investigation implements AutoCloseable {

    private Investigation() {}

    public static Investigation open(GraphLocation location) {
        throw new UnsupportedOperationException(location.toString());
    }

    /// Where the graph is, fit for a message.
    public String location() {
        throw new UnsupportedOperationException();
    }

    /// The node that a text names: `Label:key`, or `key` when one node alone has it; otherwise
    /// [InvestigationException.Kind#UNKNOWN_NODE] or `AMBIGUOUS_NODE` with the candidates.
    public Node find(String text) {
        throw new UnsupportedOperationException(text);
    }

    /// Nodes whose key or names contain a text, whatever its case, at most `limit`: for a search
    /// box.
    public List<Node> search(String text, int limit) {
        throw new UnsupportedOperationException(text + limit);
    }

    /// A node as it stands now; [InvestigationException.Kind#UNKNOWN_NODE] when it is gone.
    public Node node(NodeRef ref) {
        throw new UnsupportedOperationException(ref.toString());
    }

    /// The pivots that lead somewhere from a node, those with results only.
    public List<PivotOffer> pivots(NodeRef from) {
        throw new UnsupportedOperationException(from.toString());
    }

    /// What a pivot gives from a node: the first `limit` results, most useful first.
    public Neighbourhood pivot(NodeRef from, String pivotId, int limit) {
        throw new UnsupportedOperationException(from + pivotId + limit);
    }

    /// A node with everything that stands directly beside it, at most `limit` relationships.
    public Neighbourhood neighbourhood(NodeRef of, int limit) {
        throw new UnsupportedOperationException(of.toString() + limit);
    }

    /// The raw records behind a node (`Label:key`) or relationship (`TYPE:id`), read back from the
    /// original files, in time order, at most [#EVIDENCE_LIMIT].
    public List<EvidenceRecord> evidence(String ref) {
        throw new UnsupportedOperationException(ref);
    }

    /// [#evidence(String)] gives no more than this many records of one node.
    public static final int EVIDENCE_LIMIT = 1_000;

    /// Reads with an analyst's own Cypher: read-only, [#QUERY_ROWS] rows, 20 seconds.
    public Result query(String text) {
        throw new UnsupportedOperationException(text);
    }

    public static final int QUERY_ROWS = 10_000;

    /// Names of the formats that [#export] writes.
    public List<String> formats() {
        throw new UnsupportedOperationException();
    }

    /// Writes a part of the graph with its evidence.
    ///
    /// @return the digest of what was written: that of a graph that holds it and nothing else
    public String export(Subgraph subgraph, String format, OutputStream to) {
        throw new UnsupportedOperationException(subgraph + format + to);
    }

    /// See [dev.fulgurite.graph.InvestigationGraph#digest()].
    public String digest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
