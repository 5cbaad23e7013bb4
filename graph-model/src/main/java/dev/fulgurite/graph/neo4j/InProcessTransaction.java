package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.EventWriter.Element;
import dev.fulgurite.graph.neo4j.EventWriter.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.collections.api.map.primitive.IntObjectMap;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.eclipse.collections.impl.factory.primitive.IntObjectMaps;
import org.eclipse.collections.impl.factory.primitive.IntSets;
import org.jspecify.annotations.Nullable;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.internal.kernel.api.IndexQueryConstraints;
import org.neo4j.internal.kernel.api.IndexReadSession;
import org.neo4j.internal.kernel.api.NodeValueIndexCursor;
import org.neo4j.internal.kernel.api.PropertyIndexQuery;
import org.neo4j.internal.kernel.api.RelationshipValueIndexCursor;
import org.neo4j.internal.kernel.api.exceptions.EntityNotFoundException;
import org.neo4j.internal.schema.SchemaDescriptor;
import org.neo4j.internal.schema.SchemaDescriptors;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.exceptions.schema.UniquePropertyValueValidationException;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.impl.locking.ResourceIds;
import org.neo4j.kernel.impl.util.ValueUtils;
import org.neo4j.values.storable.Value;

/// Writes to the database of this process: by statements, and, for what an ingest does a million
/// times, by the calls that these statements end in. The two do the same and take the same locks;
/// the calls take three quarters of the time.
final class InProcessTransaction implements Transaction {

    /// What the kernel says of an element that is not there.
    private static final long NONE = -1;

    private final org.neo4j.graphdb.Transaction statements;
    private final KernelTransaction kernel;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Kind, Map<String, Long>> nodes = new HashMap<>();

    InProcessTransaction(org.neo4j.graphdb.Transaction transaction) {
        this.statements = transaction;
        this.kernel = ((InternalTransaction) transaction).kernelTransaction();
    }

    @Override
    public List<Row> run(String statement, Map<String, ? extends @Nullable Object> parameters) {
        List<Row> rows = new ArrayList<>();
        try (Result result =
                statements.execute(Statement.cypher25(statement), Values.toDriver(parameters))) {
            while (result.hasNext()) {
                rows.add(InProcessRows.row(result.columns(), result.next()));
            }
        }
        return rows;
    }

    /// A call of the kernel, whose exceptions are checked ones.
    private interface Call<T> {
        T make() throws KernelException;
    }

    /// As the database does where a statement makes the call.
    private <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (EntityNotFoundException gone) {
            throw new EventWriter.Incomplete(String.valueOf(gone.getMessage()));
        } catch (KernelException e) {
            throw new QueryExecutionException(
                    e.gqlStatusObject(),
                    e.getUserMessage(kernel.tokenRead()),
                    e,
                    e.status().code().serialize());
        }
    }

    /// Which of these are there. Nobody else adds one of the others, or changes one of these,
    /// before this transaction ends.
    Set<String> present(Kind kind, Collection<String> ids) {
        return call(() -> {
            Set<String> present = new HashSet<>();
            try (Seek seek = seek(kind)) {
                for (String id : ids) {
                    seek.lock(id);
                    if (seek.find(id) != NONE) {
                        present.add(id);
                    }
                }
            }
            return present;
        });
    }

    /// Adds those of these that are not there; the ids of the others. As good as [#present], and
    /// quicker where nearly none is there: the database looks each up in any case.
    ///
    /// @throws EventWriter.Incomplete when an end of one is not there
    Set<String> add(Kind kind, Collection<Element> elements) {
        Set<String> present = new HashSet<>();
        create(kind, elements, present::add);
        return present;
    }

    /// @throws EventWriter.Incomplete when an end of one is not there
    void create(Kind kind, Collection<Element> elements) {
        create(kind, elements, _ -> false);
    }

    /// @param skipped whether one that is there already is to be left alone, by its id
    private void create(Kind kind, Collection<Element> elements, Predicate<String> skipped) {
        call(() -> {
            Kind.Ends ends = kind.ends();
            if (ends == null) {
                createNodes(kind, elements, skipped);
            } else {
                createRelationships(kind, ends, elements, skipped);
            }
            return kind;
        });
    }

    private void createNodes(Kind kind, Collection<Element> elements, Predicate<String> skipped)
            throws KernelException {
        int[] labels = {kernel.tokenWrite().labelGetOrCreateForName(kind.name())};
        Map<String, Long> made = nodes.computeIfAbsent(kind, _ -> new HashMap<>());
        for (Element element : elements) {
            long node = kernel.dataWrite().nodeCreateWithLabels(labels);
            try {
                kernel.dataWrite()
                        .nodeApplyChanges(
                                node,
                                IntSets.immutable.empty(),
                                IntSets.immutable.empty(),
                                values(element));
                made.put(element.id(), node);
            } catch (UniquePropertyValueValidationException there) {
                if (!skipped.test(element.id())) {
                    throw there;
                }
                kernel.dataWrite().nodeDelete(node);
            }
        }
    }

    private void createRelationships(
            Kind kind, Kind.Ends ends, Collection<Element> elements, Predicate<String> skipped)
            throws KernelException {
        int type = kernel.tokenWrite().relationshipTypeGetOrCreateForName(kind.name());
        try (Nodes froms = new Nodes(Kind.node(ends.from()));
                Nodes tos = new Nodes(Kind.node(ends.to()))) {
            for (Element element : elements) {
                long from = froms.find(element.from());
                long to = tos.find(element.to());
                long relationship = kernel.dataWrite().relationshipCreate(from, type, to);
                try {
                    kernel.dataWrite().relationshipApplyChanges(relationship, values(element));
                } catch (UniquePropertyValueValidationException there) {
                    if (!skipped.test(element.id())) {
                        throw there;
                    }
                    kernel.dataWrite().relationshipDelete(relationship);
                }
            }
        }
    }

    private IntObjectMap<Value> values(Element element) {
        MutableIntObjectMap<Value> values =
                IntObjectMaps.mutable.withInitialCapacity(
                        element.head().size() + element.columns().size());
        element.head().forEach((name, value) -> values.put(name(name), value(value)));
        element.columns().forEach((name, value) -> values.put(name(name), value(value)));
        return values;
    }

    /// As the value of a parameter of a statement becomes that of a property.
    private static Value value(Object value) {
        return value instanceof String text
                ? org.neo4j.values.storable.Values.stringValue(text)
                : ValueUtils.toStorable(ValueUtils.of(Values.toDriver(value)));
    }

    private int name(String property) {
        Integer known = names.get(property);
        if (known == null) {
            known = call(() -> kernel.tokenWrite().propertyKeyGetOrCreateForName(property));
            names.put(property, known);
        }
        return known;
    }

    private Seek seek(Kind kind) throws KernelException {
        int key = name(kind.isNode() ? "key" : "id");
        if (kind.isNode()) {
            int label = kernel.tokenWrite().labelGetOrCreateForName(kind.name());
            return new NodeSeek(label, key);
        }
        int type = kernel.tokenWrite().relationshipTypeGetOrCreateForName(kind.name());
        return new RelationshipSeek(type, key);
    }

    /// Looks elements of one kind up, one after the other, by the index behind their constraint.
    private abstract class Seek implements AutoCloseable {

        final IndexReadSession index;
        private final int token;
        private final int key;

        Seek(int token, int key, SchemaDescriptor unique) throws KernelException {
            this.index =
                    kernel.dataRead()
                            .indexReadSession(
                                    kernel.schemaRead()
                                            .indexForSchemaNonTransactional(unique)
                                            .next());
            this.token = token;
            this.key = key;
        }

        /// As the database does before it adds an element that is to be unique.
        final void lock(String id) {
            kernel.locks()
                    .acquireExclusiveIndexEntryLock(
                            ResourceIds.indexEntryResourceId(
                                    token, PropertyIndexQuery.exact(key, id)));
        }

        final long find(String id) throws KernelException {
            return find(PropertyIndexQuery.exact(key, id));
        }

        abstract long find(PropertyIndexQuery id) throws KernelException;

        @Override
        public abstract void close();
    }

    private final class NodeSeek extends Seek {

        private final NodeValueIndexCursor cursor;

        NodeSeek(int label, int key) throws KernelException {
            super(label, key, SchemaDescriptors.forLabel(label, key));
            cursor =
                    kernel.cursors()
                            .allocateNodeValueIndexCursor(
                                    kernel.cursorContext(), kernel.memoryTracker());
        }

        @Override
        long find(PropertyIndexQuery id) throws KernelException {
            kernel.dataRead()
                    .nodeIndexSeek(
                            kernel.queryContext(),
                            index,
                            cursor,
                            IndexQueryConstraints.unconstrained(),
                            id);
            return cursor.next() ? cursor.nodeReference() : NONE;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private final class RelationshipSeek extends Seek {

        private final RelationshipValueIndexCursor cursor;

        RelationshipSeek(int type, int key) throws KernelException {
            super(type, key, SchemaDescriptors.forRelType(type, key));
            cursor =
                    kernel.cursors()
                            .allocateRelationshipValueIndexCursor(
                                    kernel.cursorContext(), kernel.memoryTracker());
        }

        @Override
        long find(PropertyIndexQuery id) throws KernelException {
            kernel.dataRead()
                    .relationshipIndexSeek(
                            kernel.queryContext(),
                            index,
                            cursor,
                            IndexQueryConstraints.unconstrained(),
                            id);
            return cursor.next() ? cursor.relationshipReference() : NONE;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /// Ends of relationships, each looked up once in a transaction, in which none of them can go
    /// unnoticed: a relationship to a node that is gone is refused.
    private final class Nodes implements AutoCloseable {

        private final Kind kind;
        private final Map<String, Long> known;
        private final Seek seek;

        Nodes(Kind kind) throws KernelException {
            this.kind = kind;
            this.known = nodes.computeIfAbsent(kind, _ -> new HashMap<>());
            this.seek = seek(kind);
        }

        long find(@Nullable String key) throws KernelException {
            String end = String.valueOf(key);
            Long node = known.get(end);
            if (node == null) {
                node = seek.find(end);
                if (node == NONE) {
                    throw new EventWriter.Incomplete("no " + kind.name() + " " + end);
                }
                known.put(end, node);
            }
            return node;
        }

        @Override
        public void close() {
            seek.close();
        }
    }
}
