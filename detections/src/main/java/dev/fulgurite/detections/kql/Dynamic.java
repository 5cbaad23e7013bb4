package dev.fulgurite.detections.kql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values of the type `dynamic`: `parse_json`, members, `tostring`.
public final class Dynamic {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Dynamic() {}

    /// `parse_json`: text that is no JSON is the value itself.
    public static @Nullable Object parse(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return value(MAPPER.readTree(text));
        } catch (JacksonException noJson) {
            return text;
        }
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                object.properties()
                        .forEach(member -> members.put(member.getKey(), value(member.getValue())));
                yield Collections.unmodifiableMap(members);
            }
            case ArrayNode array -> {
                List<@Nullable Object> elements = new ArrayList<>(array.size());
                array.forEach(element -> elements.add(value(element)));
                yield Collections.unmodifiableList(elements);
            }
            default -> scalar(node);
        };
    }

    private static @Nullable Object scalar(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.canConvertToLong() && node.isIntegralNumber()
                    ? (Object) node.longValue()
                    : (Object) node.doubleValue();
        }
        return node.stringValue();
    }

    /// `value.name`: null when the value is no property bag or has no such member.
    public static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> bag ? bag.get(name) : null;
    }

    /// `value[index]`, from the end when negative: null when the value is no array or is too short.
    public static @Nullable Object element(@Nullable Object value, int index) {
        if (!(value instanceof List<?> array)) {
            return null;
        }
        int at = index < 0 ? array.size() + index : index;
        return at >= 0 && at < array.size() ? array.get(at) : null;
    }

    /// `tostring`: compact JSON for arrays and property bags, `""` for null.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> _, Map<?, ?> _ -> json(value);
            default -> value.toString();
        };
    }

    private static String json(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        append(json, value);
        return json.toString();
    }

    private static void append(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case List<?> array -> {
                String between = "[";
                for (Object element : array) {
                    append(json.append(between), element);
                    between = ",";
                }
                json.append(array.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> bag -> {
                String between = "{";
                for (Map.Entry<?, ?> member : bag.entrySet()) {
                    quote(json.append(between), String.valueOf(member.getKey()));
                    append(json.append(':'), member.getValue());
                    between = ",";
                }
                json.append(bag.isEmpty() ? "{}" : "}");
            }
            case Number number -> json.append(number);
            case Boolean flag -> json.append(flag);
            default -> quote(json, value.toString());
        }
    }

    /// Only what JSON demands is escaped: quote, backslash and control characters.
    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default ->
                        json.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
            }
        }
        json.append('"');
    }
}
