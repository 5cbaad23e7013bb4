package dev.fulgurite.generator.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the exports write it.
public final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES);

    private Json() {}

    /// An object from names and values in turn; a pair whose value is `""` is kept.
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /// Without blanks.
    public static String compact(Object value) {
        return COMPACT.writeValueAsString(value);
    }

    /// On several lines, indented.
    public static String pretty(Object value) {
        return COMPACT.writer().with(PRETTY).writeValueAsString(value);
    }

    /// One object a line.
    public static String lines(List<? extends Map<String, Object>> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(compact(row)).append('\n'));
        return lines.toString();
    }
}
