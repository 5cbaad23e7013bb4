package dev.fulgurite.ui.work;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.ui.words.Words;
import java.util.Locale;

/// What went wrong, in words for the analyst.
///
/// @param happened in one sentence
/// @param kept what is safe
/// @param next what to do
/// @param code to quote when asking for help: the same for the same mistake at the same place
public record Failure(String happened, String kept, String next, String code) {

    /// Puts an exception into words.
    ///
    /// @param doing the key of the work's name, as in `work.open`
    public static Failure of(String doing, Throwable cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new Failure(message, Words.of(doing + ".kept"), next(cause), code(cause));
    }

    private static String next(Throwable cause) {
        return switch (cause) {
            case GraphException graph -> Words.of("failure.next." + word(graph.kind()));
            case InvestigationException _ -> Words.of("failure.next.named");
            default -> Words.of("failure.next.unknown");
        };
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// Type of the failure and the place in Fulgurite where it came from.
    private static String code(Throwable cause) {
        String place = "";
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.fulgurite")) {
                place = frame.getClassName() + "." + frame.getMethodName();
                break;
            }
        }
        int hash = (cause.getClass().getName() + place).hashCode();
        return String.format(Locale.ROOT, "FG-%04X", hash & 0xFFFF);
    }
}
