package dev.fulgurite.cli;

import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.cypher.CypherFileException;
import dev.fulgurite.investigation.InvestigationException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where a failure becomes a message and an exit code.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        console.note("fulgurite: " + wording(e));
        console.note("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Exit.WRONG_USAGE;
    }

    private static String wording(ParameterException e) {
        boolean atTheTop = e.getCommandLine().getParent() == null;
        if (e instanceof UnmatchedArgumentException unmatched
                && atTheTop
                && !unmatched.isUnknownOption()) {
            return "no verb is called '"
                    + unmatched.getUnmatched().getFirst()
                    + "'"
                    + meant(unmatched);
        }
        return String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
    }

    private static String meant(UnmatchedArgumentException unmatched) {
        List<String> like = unmatched.getSuggestions();
        return like.isEmpty() ? "" : "; did you mean " + like.getFirst() + "?";
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
        return switch (e) {
            case ParameterException wrong -> handleParseException(wrong, new String[0]);
            case RefusedRequest _ -> told(e, Exit.WRONG_USAGE);
            case GraphException graph ->
                    told(
                            e,
                            graph.kind() == GraphException.Kind.BAD_QUERY
                                    ? Exit.WRONG_USAGE
                                    : Exit.FAILED);
            case CypherFileException _ -> told(e, Exit.FAILED);
            case InvestigationException named -> named(named);
            default -> defect(e);
        };
    }

    private int named(InvestigationException e) {
        int code = told(e, code(e.kind()));
        if (!e.candidates().isEmpty()) {
            console.note("Did you mean:");
            e.candidates().forEach(candidate -> console.note("  " + candidate));
        }
        return code;
    }

    private static int code(InvestigationException.Kind kind) {
        return switch (kind) {
            case UNKNOWN_PATH,
                    BAD_LOCATION,
                    UNKNOWN_NODE,
                    AMBIGUOUS_NODE,
                    UNKNOWN_RULE,
                    UNKNOWN_PIVOT,
                    UNKNOWN_TYPE,
                    UNKNOWN_FORMAT,
                    UNKNOWN_FILE,
                    QUERY_REFUSED ->
                    Exit.WRONG_USAGE;
            case FILE -> Exit.FAILED;
        };
    }

    private int told(Exception e, int code) {
        console.note("fulgurite: " + e.getMessage());
        return code;
    }

    /// Not foreseen: the trace is what its report needs.
    private int defect(Exception e) {
        console.note("fulgurite: this is a defect of Fulgurite; please report it with these lines");
        e.printStackTrace(console.err());
        console.flush();
        return Exit.FAILED;
    }
}
