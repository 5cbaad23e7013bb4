package dev.fulgurite.investigation.export;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.ExportFormat;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.investigation.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// GraphML for Gephi, yEd and networkx. Every property is a typed attribute; one that has several
/// types in the graph is text. `label` is the name to show, `kind` the node's label, `type` the
/// relationship's. Characters that XML cannot hold are replaced by U+FFFD.
@AutoService(ExportFormat.class)
public final class GraphmlFormat implements ExportFormat {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public void write(Subgraph subgraph, List<EvidenceRecord> evidence, OutputStream to)
            throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            Map<String, String> ofNodes = new TreeMap<>();
            subgraph.nodes()
                    .forEach(node -> attributes(node).forEach((k, v) -> note(ofNodes, k, v)));
            Map<String, String> ofEdges = new TreeMap<>();
            subgraph.relationships()
                    .forEach(edge -> attributes(edge).forEach((k, v) -> note(ofEdges, k, v)));
            keys(xml, "node", ofNodes);
            keys(xml, "edge", ofEdges);
            graph(xml, subgraph);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void graph(XMLStreamWriter xml, Subgraph subgraph) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        for (Node node : subgraph.nodes()) {
            xml.writeCharacters("\n");
            xml.writeStartElement("node");
            xml.writeAttribute("id", legal(node.ref().toString()));
            data(xml, "n_", attributes(node));
            xml.writeEndElement();
        }
        for (Relationship relationship : subgraph.relationships()) {
            xml.writeCharacters("\n");
            xml.writeStartElement("edge");
            xml.writeAttribute("id", legal(relationship.ref()));
            xml.writeAttribute("source", legal(relationship.from().toString()));
            xml.writeAttribute("target", legal(relationship.to().toString()));
            data(xml, "e_", attributes(relationship));
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static Map<String, Object> attributes(Node node) {
        Map<String, Object> attributes = new TreeMap<>(node.properties());
        attributes.put("key", node.key());
        attributes.put("kind", node.label());
        attributes.put("label", Wording.name(node));
        return attributes;
    }

    private static Map<String, Object> attributes(Relationship relationship) {
        Map<String, Object> attributes = new TreeMap<>(relationship.properties());
        attributes.put("type", relationship.type());
        attributes.put("label", relationship.type());
        return attributes;
    }

    private static void note(Map<String, String> types, String name, Object value) {
        types.merge(name, type(value), (one, other) -> one.equals(other) ? one : "string");
    }

    private static String type(Object value) {
        return switch (value) {
            case Boolean _ -> "boolean";
            case Long _ -> "long";
            case Double _ -> "double";
            default -> "string";
        };
    }

    private static void keys(XMLStreamWriter xml, String owner, Map<String, String> types)
            throws XMLStreamException {
        for (Map.Entry<String, String> attribute : types.entrySet()) {
            xml.writeCharacters("\n");
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", owner.charAt(0) + "_" + legal(attribute.getKey()));
            xml.writeAttribute("for", owner);
            xml.writeAttribute("attr.name", legal(attribute.getKey()));
            xml.writeAttribute("attr.type", attribute.getValue());
        }
    }

    private static void data(XMLStreamWriter xml, String prefix, Map<String, Object> attributes)
            throws XMLStreamException {
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", prefix + legal(attribute.getKey()));
            xml.writeCharacters(legal(text(attribute.getValue())));
            xml.writeEndElement();
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Instant time -> Times.exact(time);
            case List<?> list ->
                    list.stream().map(GraphmlFormat::text).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// XML 1.0 has no way to write most control characters or half a surrogate pair.
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
