package dev.fulgurite.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as records hold it: bounded in depth and length, numbers kept as written.
final class Json {

    static final String NOT_UTF_8 = "not UTF-8: the record holds bytes that are no characters";

    static final String TOO_LONG =
            "longer than " + (ByteWindow.MAX_RECORD >> 20) + " MB, the most a record may have";

    private static final int MAX_DEPTH = 100;
    private static final List<String> ENVELOPES = List.of("records", "value", "Results", "results");

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(ByteWindow.MAX_RECORD)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile("\n| \\(start marker at|: only regular white space|, from `");

    private Json() {}

    static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The record that these bytes are.
    static Reading read(byte[] bytes, int from, int length, Place place) {
        if (!Utf8.valid(bytes, from, length)) {
            return new Rejected(place, NOT_UTF_8);
        }
        try {
            return parse(bytes, from, length) instanceof ObjectNode object
                    ? new LogRecord(place, new JsonColumns(object))
                    : new Rejected(place, "not a record: a JSON value, but no object");
        } catch (JacksonException broken) {
            return new Rejected(place, reason(broken));
        }
    }

    /// Whether an object is a wrapping of records rather than one itself.
    static boolean isEnvelope(ObjectNode object) {
        for (String name : ENVELOPES) {
            JsonNode records = object.get(name);
            if (records != null && records.isArray()) {
                return true;
            }
        }
        JsonNode events = object.get("events");
        return events != null
                && events.isArray()
                && object.propertyNames().iterator().next().equals("events");
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /// One JSON value that fills these bytes; throws [JacksonException] when they are anything
    /// else.
    static JsonNode parse(byte[] bytes, int from, int length) {
        return READER.readTree(bytes, from, length);
    }

    /// The object that a text holds; no columns when it holds none.
    static Columns columns(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{")) {
            return JsonColumns.NONE;
        }
        try {
            return READER.readTree(trimmed) instanceof ObjectNode object
                    ? new JsonColumns(object)
                    : JsonColumns.NONE;
        } catch (JacksonException notJson) {
            return JsonColumns.NONE;
        }
    }

    /// The texts of the list that a text is; the text itself when it is none.
    static List<String> texts(String text) {
        try {
            return READER.readTree(text) instanceof ArrayNode list
                    ? list.valueStream().map(Json::text).toList()
                    : List.of(text);
        } catch (JacksonException notJson) {
            return List.of(text);
        }
    }

    /// A value as a column holds it: an object or list as JSON without blanks, nothing as nothing.
    static String text(JsonNode value) {
        // Only what has parts needs a writer, which costs more than all else of a small number.
        return value.isNull() ? "" : value.isContainer() ? value.toString() : value.asString();
    }

    /// The objects in the list that a text holds; none when it holds no list.
    static List<Columns> objects(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("[")) {
            return List.of();
        }
        try {
            return READER.readTree(trimmed) instanceof ArrayNode list ? objects(list) : List.of();
        } catch (JacksonException notJson) {
            return List.of();
        }
    }

    /// The text itself when it is no JSON object or list.
    static String compact(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return text;
        }
        try {
            return READER.readTree(trimmed).toString();
        } catch (JacksonException notJson) {
            return text;
        }
    }

    static List<Columns> objects(ArrayNode list) {
        List<Columns> objects = new ArrayList<>();
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object) {
                objects.add(new JsonColumns(object));
            }
        }
        return objects;
    }

    static String reason(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        String column = at == null || at.getColumnNr() < 1 ? "" : " at column " + at.getColumnNr();
        return "not JSON" + column + ": " + why(broken);
    }

    /// What the parser says, without what it says to programmers.
    private static String why(JacksonException broken) {
        if (broken instanceof UnexpectedEndOfInputException) {
            return "the line ends in the middle of the record";
        }
        String why = broken.getOriginalMessage();
        int end =
                FOR_PROGRAMMERS
                        .matcher(why)
                        .results()
                        .findFirst()
                        .map(MatchResult::start)
                        .orElse(why.length());
        return why.substring(0, end);
    }
}
