package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;

/// Fits text into the room there is. What does not fit loses its middle, since names tell most at
/// both ends; the whole text is always in the inspector.
final class Lettering {

    private static final String BREAK_AFTER = "\\/-._ ";

    private final Brush brush;
    private final Brush.Face face;

    Lettering(Brush brush, Brush.Face face) {
        this.brush = brush;
        this.face = face;
    }

    boolean fits(String text, double width) {
        return brush.width(text, face) <= width;
    }

    String elided(String text, double width) {
        if (fits(text, width)) {
            return text;
        }
        for (int keep = text.length() - 1; keep > 1; keep--) {
            int head = (keep + 1) / 2;
            String shorter =
                    text.substring(0, head) + "…" + text.substring(text.length() - (keep - head));
            if (fits(shorter, width)) {
                return shorter;
            }
        }
        return "…";
    }

    /// At most so many lines; breaks after signs that part a name.
    List<String> wrapped(String text, double width, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (!fits(rest, width) && wrapped.size() < lines - 1) {
            int cut = cut(rest, width);
            if (cut <= 0) {
                break;
            }
            wrapped.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        wrapped.add(elided(rest, width));
        return wrapped;
    }

    /// The beginning that fits: for text that tells most at its start.
    String begun(String text, double width) {
        if (fits(text, width)) {
            return text;
        }
        for (int keep = text.length() - 1; keep > 0; keep--) {
            String shorter = text.substring(0, keep).strip() + "…";
            if (fits(shorter, width)) {
                return shorter;
            }
        }
        return "…";
    }

    /// The best place to break: before the domain of a name, else after the last sign that fits,
    /// else wherever the room ends.
    private int cut(String text, double width) {
        int longest = 0;
        while (longest < text.length() && fits(text.substring(0, longest + 1), width)) {
            longest++;
        }
        int at = text.lastIndexOf('@', longest - 1);
        if (at > 1) {
            return at;
        }
        for (int i = longest; i > 2; i--) {
            if (BREAK_AFTER.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return longest;
    }
}
