package dev.fulgurite.investigation;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.GraphDigest;
import dev.fulgurite.graph.WholeFile;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// Finds export formats and feeds them.
final class Exports {

    private final Read read;
    private final Schema schema;
    private final TreeMap<String, ExportFormat> formats = new TreeMap<>();

    Exports(Read read, Schema schema) {
        this.read = read;
        this.schema = schema;
        ServiceLoader.load(ExportFormat.class)
                .forEach(format -> formats.put(format.name(), format));
    }

    List<String> names() {
        return List.copyOf(formats.keySet());
    }

    String write(Subgraph subgraph, String name, Path to) {
        try {
            return WholeFile.write(to, stream -> write(subgraph, name, stream));
        } catch (IOException e) {
            throw InvestigationException.file("cannot write", to, e);
        }
    }

    /// Writes the subgraph together with the events that its relationships stand for.
    ///
    /// @return the digest of what was written
    String write(Subgraph subgraph, String name, OutputStream to) {
        ExportFormat format = formats.get(name);
        if (format == null) {
            throw new InvestigationException(
                    Kind.UNKNOWN_FORMAT,
                    "no export format is called "
                            + name
                            + "; there are "
                            + String.join(", ", names()));
        }
        EvidenceOf evidence = EvidenceOf.subgraph(subgraph, read);
        Subgraph whole = subgraph.plus(evidence.events());
        List<Evidence> pointers = evidence.all(whole);
        try {
            format.write(
                    whole, EvidenceReader.read(pointers, EvidenceOf.sources(pointers, read)), to);
            to.flush();
        } catch (IOException e) {
            throw new InvestigationException(
                    Kind.FILE, "cannot write the export: " + FileFailure.why(Path.of(""), e), e);
        }
        return GraphDigest.of(whole, schema);
    }
}
