package dev.fulgurite.investigation.copy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values as KQL text that no value can break out of.
final class KqlText {

    /// A tick of the logs is 100 ns, which is as much as KQL keeps.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private KqlText() {}

    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    switch (c) {
                        case '\\' -> literal.append("\\\\");
                        case '"' -> literal.append("\\\"");
                        case '\n' -> literal.append("\\n");
                        case '\r' -> literal.append("\\r");
                        case '\t' -> literal.append("\\t");
                        default -> literal.append(plain(c));
                    }
                });
        return literal.append('"').toString();
    }

    private static String plain(int c) {
        return c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029
                ? "\\u" + HexFormat.of().toHexDigits((char) c)
                : String.valueOf((char) c);
    }

    /// `("a", "b")`.
    static String strings(Collection<String> texts) {
        return texts.stream().map(KqlText::string).collect(Collectors.joining(", ", "(", ")"));
    }

    static String time(Instant at) {
        return "datetime(" + TIME.format(at) + ")";
    }

    /// `column between (datetime(…) .. datetime(…))`.
    static String between(String column, Instant from, Instant to) {
        return column + " between (" + time(from) + " .. " + time(to) + ")";
    }
}
