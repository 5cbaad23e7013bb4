package dev.fulgurite.ingest.format.evtx;

import java.util.HexFormat;
import java.util.List;

/// Writes values as compact JSON.
final class EvtxJson {

    private static final HexFormat HEX = HexFormat.of();
    private static final char DELETE = 0x7F;
    private static final char LAST_CONTROL = 0x9F;

    private EvtxJson() {}

    static void write(EvtxValue value, StringBuilder json) {
        switch (value) {
            case EvtxText text when text.isNull() -> json.append("null");
            case EvtxText text when text.isBare() -> json.append(text.text());
            case EvtxText text -> quote(text.text(), json);
            case EvtxTexts list -> list(list.texts(), json);
            case EvtxObject object -> object(object, json);
        }
    }

    private static void list(List<String> texts, StringBuilder json) {
        json.append('[');
        for (int i = 0; i < texts.size(); i++) {
            json.append(i == 0 ? "" : ",");
            quote(texts.get(i), json);
        }
        json.append(']');
    }

    private static void object(EvtxObject object, StringBuilder json) {
        json.append('{');
        String separator = "";
        for (var member : object.members().entrySet()) {
            json.append(separator);
            quote(member.getKey(), json);
            json.append(':');
            write(member.getValue(), json);
            separator = ",";
        }
        json.append('}');
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c) || isPaired(text, i)) {
                continue;
            }
            json.append(text, plain, i);
            plain = i + 1;
            escape(c, json);
        }
        json.append(text, plain, text.length()).append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' '
                && c != '"'
                && c != '\\'
                && (c < DELETE || c > LAST_CONTROL)
                && !Character.isSurrogate(c);
    }

    private static boolean isPaired(String text, int at) {
        if (!Character.isSurrogate(text.charAt(at))) {
            return false;
        }
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void escape(char c, StringBuilder json) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> json.append("\\u").append(HEX.toHexDigits(c));
        }
    }
}
