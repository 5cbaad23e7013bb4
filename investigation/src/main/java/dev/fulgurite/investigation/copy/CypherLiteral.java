package dev.fulgurite.investigation.copy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as Cypher text that no value can break out of.
public final class CypherLiteral {

    private CypherLiteral() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean flag -> flag.toString();
            case Double number -> decimal(number);
            case Number number -> number.toString();
            case Instant time -> "datetime(" + text(time.toString()) + ")";
            case List<?> list ->
                    list.stream()
                            .map(CypherLiteral::of)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map(map);
            default -> text(value.toString());
        };
    }

    private static String map(Map<?, ?> map) {
        Map<String, String> entries = new TreeMap<>();
        map.forEach((name, value) -> entries.put(name(String.valueOf(name)), of(value)));
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String decimal(Double number) {
        return number.isNaN() || number.isInfinite()
                ? "toFloat(" + text(number.toString()) + ")"
                : number.toString();
    }

    /// A label, type or property in the quotes that allow any name.
    public static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String text(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.chars()
                .forEach(c -> {
                    if (c == '\\' || c == '\'') {
                        literal.append('\\').append((char) c);
                    } else if (c < ' ' || c == 0x7f) {
                        literal.append(escaped(c));
                    } else {
                        literal.append((char) c);
                    }
                });
        return literal.append('\'').toString();
    }

    private static String escaped(int control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u" + HexFormat.of().toHexDigits((char) control);
        };
    }
}
