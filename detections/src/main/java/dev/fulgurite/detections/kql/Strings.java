package dev.fulgurite.detections.kql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Scalar functions over texts, named as KQL names them.
public final class Strings {

    private Strings() {}

    /// `=~`
    public static boolean equalsFolded(String text, String other) {
        return text.equalsIgnoreCase(other);
    }

    /// `in~`
    public static boolean inFolded(String text, List<String> others) {
        return others.stream().anyMatch(text::equalsIgnoreCase);
    }

    /// `contains`
    public static boolean contains(String text, String part) {
        return lower(text).contains(lower(part));
    }

    /// `startswith`
    public static boolean startsWith(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /// `tostring(split(text, delimiter)[index])`: from the end when negative, `""` out of range.
    public static String split(String text, String delimiter, int index) {
        List<String> parts = List.of(text.split(Pattern.quote(delimiter), -1));
        return Dynamic.text(Dynamic.element(parts, index));
    }

    /// `extract(expression, 1, text)`: the first group of the first match, `""` without one.
    public static String extract(Pattern expression, String text) {
        Matcher matcher = expression.matcher(text);
        return matcher.find() ? Dynamic.text(matcher.group(1)) : "";
    }

    /// `hash_sha256`, of a dynamic value as its JSON text.
    public static String sha256(@Nullable Object value) {
        try {
            byte[] bytes = Dynamic.text(value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// `tolower`
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// `toupper`
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
