package dev.fulgurite.ingest.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What the XML of a Windows event says, or of its data alone. Entities, document types and
/// anything very large are refused, for the text is what somebody logged.
///
/// @param problem why the text could not be read; `""` when it could
record WindowsXml(
        Map<String, String> system,
        Map<String, String> data,
        List<String> unnamed,
        String problem) {

    static final WindowsXml NONE = new WindowsXml(Map.of(), Map.of(), List.of(), "");

    private static final int MAX_CHARACTERS = 4 << 20;
    private static final int MAX_ELEMENTS = 10_000;
    private static final int MAX_DEPTH = 32;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// A whole event; what stands behind its end is not looked at.
    static WindowsXml ofEvent(String text) {
        return text.isBlank() ? NONE : new Reader().read(text.strip());
    }

    /// `EventData`, `UserData`, or the elements of `ParameterXml`, which have no root.
    static WindowsXml ofData(String text) {
        String xml = text.strip();
        int from = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
        return xml.startsWith("<") ? ofEvent("<d>" + xml.substring(from) + "</d>") : NONE;
    }

    String system(String name) {
        return system.getOrDefault(name, "");
    }

    String data(String name) {
        return data.getOrDefault(name, "");
    }

    private static final class Reader {

        private final Map<String, String> system = new LinkedHashMap<>();
        private final Map<String, String> data = new LinkedHashMap<>();
        private final List<String> unnamed = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String name = "";
        private boolean leaf;
        private int elements;

        WindowsXml read(String xml) {
            if (xml.length() > MAX_CHARACTERS) {
                return broken("longer than " + (MAX_CHARACTERS >> 20) + " million characters");
            }
            try {
                XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
                do {
                    step(reader);
                } while (!open.isEmpty() || elements == 0);
                return new WindowsXml(system, data, unnamed, "");
            } catch (XMLStreamException | IllegalStateException malformed) {
                String why = String.valueOf(malformed.getMessage());
                int line = why.indexOf('\n');
                return broken(why.substring(line + 1).replaceFirst("^Message: ", "").strip());
            }
        }

        private static WindowsXml broken(String why) {
            return new WindowsXml(Map.of(), Map.of(), List.of(), why);
        }

        private void step(XMLStreamReader reader) throws XMLStreamException {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("it declares or uses entities");
                default -> {}
            }
        }

        private void start(XMLStreamReader reader) throws XMLStreamException {
            elements++;
            open.add(reader.getLocalName());
            if (elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
                throw new XMLStreamException("too many elements");
            }
            text.setLength(0);
            leaf = true;
            name = "";
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String attribute = reader.getAttributeLocalName(i);
                if (attribute.equals("Name")) {
                    name = reader.getAttributeValue(i);
                }
            }
        }

        private void end() {
            String element = open.removeLast();
            if (leaf && open.contains("System")) {
                system.putIfAbsent(element, text.toString());
            } else if (leaf && (element.equals("Data") || element.equals("Param"))) {
                if (name.isEmpty()) {
                    unnamed.add(text.toString());
                } else {
                    data.putIfAbsent(name, text.toString());
                }
            } else if (leaf && open.contains("UserData")) {
                data.putIfAbsent(element, text.toString());
            }
            leaf = false;
        }
    }
}
