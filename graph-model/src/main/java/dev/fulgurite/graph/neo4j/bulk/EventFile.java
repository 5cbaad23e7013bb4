package dev.fulgurite.graph.neo4j.bulk;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Carrier;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.model.NodeRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Events kept in a file, to be taken out again in their order.
public final class EventFile implements AutoCloseable {

    private final BlockFile file;

    public EventFile(Path path) throws IOException {
        file = new BlockFile(path);
    }

    public void add(GraphEvent event) throws IOException {
        ByteOutput out = file.block();
        out.text(event.id());
        out.time(event.at());
        out.text(event.evidence().toString());
        carrier(out, event.carrier());
        out.count(event.entities().size());
        for (Entity entity : event.entities()) {
            ref(out, entity.ref());
            out.properties(entity.properties());
            out.value(entity.names());
        }
        out.count(event.relations().size());
        for (Relation relation : event.relations()) {
            out.text(relation.type());
            ref(out, relation.from());
            ref(out, relation.to());
        }
        file.endElement();
    }

    /// From the first event on, once all are in.
    public Reading read() throws IOException {
        file.close();
        return new Reading(file.read());
    }

    /// Takes the events out.
    public static final class Reading implements AutoCloseable {

        private final BlockFile.Blocks blocks;
        private final ByteInput in = new ByteInput();

        private Reading(BlockFile.Blocks blocks) {
            this.blocks = blocks;
        }

        /// The next events, at most so many; fewer only at the end.
        public List<GraphEvent> next(int most) throws IOException {
            List<GraphEvent> events = new ArrayList<>();
            while (events.size() < most && (in.hasMore() || blocks.next(in))) {
                events.add(event(in));
            }
            return events;
        }

        @Override
        public void close() throws IOException {
            blocks.close();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void carrier(ByteOutput out, Carrier carrier) {
        out.text(carrier.kind());
        out.properties(carrier.properties());
        switch (carrier) {
            case NodeCarrier _ -> out.count(0);
            case RelationCarrier relation -> {
                out.count(1);
                ref(out, relation.from());
                ref(out, relation.to());
            }
        }
    }

    private static void ref(ByteOutput out, NodeRef ref) {
        out.text(ref.label());
        out.text(ref.key());
    }

    private static GraphEvent event(ByteInput in) {
        return new GraphEvent(
                in.text(),
                in.time(),
                Evidence.parse(in.text()),
                carrier(in),
                list(in, () -> entity(in)),
                list(in, () -> new Relation(in.text(), ref(in), ref(in))));
    }

    private static Carrier carrier(ByteInput in) {
        String kind = in.text();
        var properties = in.properties();
        return in.count() == 0
                ? new NodeCarrier(kind, properties)
                : new RelationCarrier(kind, ref(in), ref(in), properties);
    }

    private static Entity entity(ByteInput in) {
        NodeRef ref = ref(in);
        var properties = in.properties();
        List<String> names = new ArrayList<>();
        if (in.value() instanceof List<?> list) {
            list.forEach(name -> names.add(String.valueOf(name)));
        }
        return new Entity(ref, properties, names);
    }

    private static NodeRef ref(ByteInput in) {
        return new NodeRef(in.text(), in.text());
    }

    private static <T> List<T> list(ByteInput in, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            items.add(item.get());
        }
        return items;
    }
}
