package dev.fulgurite.detections;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.detections.Completeness.FirstOf;
import dev.fulgurite.graph.model.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a rule found as a text that a property of the graph can hold, and back again: JSON, packed,
/// in Base64. A time is `{"instant": "…"}` in it and a map `{"map": {…}}`, everything else what it
/// is in JSON.
final class ResultText {

    /// A longer text is not worth its place.
    private static final int MAX_TEXT = 8 << 20;

    private static final String INSTANT = "instant";
    private static final String MAP = "map";

    /// A result without its alerts themselves.
    ///
    /// @param alerts their ids, in their order
    record Kept(
            List<String> columns, List<Row> rows, Completeness completeness, List<String> alerts) {}

    private ResultText() {}

    /// Nothing for a result that is not whole, or that holds more than text, numbers and times.
    static Optional<String> of(DetectionResult result) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("columns", result.columns());
        parts.put("alerts", result.alerts().stream().map(Alert::id).toList());
        switch (result.completeness()) {
            case Complete _ -> parts.put("blind", List.of());
            case Blind blind -> parts.put("blind", blind.reasons());
            case FirstOf first -> parts.put("of", List.of(first.shown(), first.total()));
            case Completeness.TimedOut _ -> {
                return Optional.empty();
            }
        }
        List<@Nullable Object> rows = new ArrayList<>();
        for (Row row : result.rows()) {
            if (!isPlain(row.values())) {
                return Optional.empty();
            }
            rows.add(entries(row.values()));
        }
        parts.put("rows", rows);
        String text = packed(parts);
        return text.length() > MAX_TEXT ? Optional.empty() : Optional.of(text);
    }

    static Kept read(String text) {
        JsonNode parts = unpacked(text);
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : parts.path("rows")) {
            rows.add(Row.of(entries(row)));
        }
        return new Kept(
                texts(parts.path("columns")),
                rows,
                completeness(parts),
                texts(parts.path("alerts")));
    }

    private static Completeness completeness(JsonNode parts) {
        JsonNode of = parts.path("of");
        if (!of.isMissingNode()) {
            return new FirstOf(of.get(0).asLong(), of.get(1).asLong());
        }
        List<String> blind = texts(parts.path("blind"));
        return blind.isEmpty() ? new Complete() : new Blind(blind);
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String _, Long _, Boolean _, Instant _ -> true;
            case Double number -> Double.isFinite(number);
            case List<?> list -> list.stream().allMatch(ResultText::isPlain);
            case Map<?, ?> map -> map.values().stream().allMatch(ResultText::isPlain);
            default -> false;
        };
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> named(INSTANT, instant.toString());
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(written(item)));
                yield items;
            }
            case Map<?, ?> map -> named(MAP, entries(map));
            case null, default -> value;
        };
    }

    private static Map<String, Object> named(String kind, Object value) {
        return Map.of(kind, value);
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> map) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((name, item) -> entries.put(String.valueOf(name), written(item)));
        return entries;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> {
                // Not one expression: that would make a double of either.
                if (node.isIntegralNumber()) {
                    yield node.asLong();
                }
                yield node.asDouble();
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.forEach(item -> items.add(value(item)));
                yield items;
            }
            case OBJECT ->
                    node.has(MAP)
                            ? entries(node.get(MAP))
                            : Instant.parse(node.get(INSTANT).asString());
            default -> node.asString();
        };
    }

    private static Map<String, @Nullable Object> entries(JsonNode object) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        return entries;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static String packed(Map<String, @Nullable Object> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(JsonMapper.shared().writeValueAsBytes(parts));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static JsonNode unpacked(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JsonMapper.shared().readTree(unpacking.readAllBytes());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
