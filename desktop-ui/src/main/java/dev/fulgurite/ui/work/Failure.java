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
/// @param lost whether the graph's server does not answer, so that connecting again may help
public record Failure(String happened, String kept, String next, String code, boolean lost) {

    public Failure(String happened, String kept, String next, String code) {
        this(happened, kept, next, code, false);
    }

    /// Puts an exception into words.
    ///
    /// @param doing the key of the work's name, as in `work.open`
    public static Failure of(String doing, Throwable cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        boolean lost =
                cause instanceof GraphException graph
                        && graph.kind() == GraphException.Kind.UNREACHABLE;
        return new Failure(message, Words.of(doing + ".kept"), next(cause), code(cause), lost);
    }

    /// It in one text, to be sent to somebody.
    public String text() {
        return String.join("\n", happened, kept, next, code).strip();
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
