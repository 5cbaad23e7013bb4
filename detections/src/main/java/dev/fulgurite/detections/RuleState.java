package dev.fulgurite.detections;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A detection of the catalogue and whether it can work on this graph.
///
/// @param severity null when the file is refused for it
/// @param reasons why it is blind or refused; empty when it is ready
/// @param file where it was read from
/// @param line of the first reason in that file, from 1; 0 when no line is to blame
/// @param published whether its published form can work here; null when it has none
public record RuleState(
        String rule,
        String title,
        @Nullable Severity severity,
        List<String> attack,
        List<Parameter> parameters,
        State state,
        List<String> reasons,
        String file,
        int line,
        @Nullable Form published) {

    public RuleState {
        attack = List.copyOf(attack);
        parameters = List.copyOf(parameters);
        reasons = List.copyOf(reasons);
    }

    /// A form of a rule, which needs things of its own.
    ///
    /// @param reasons why it is blind; empty when it is ready
    public record Form(State state, List<String> reasons) {
        public Form {
            reasons = List.copyOf(reasons);
        }
    }

    RuleState withPublished(@Nullable Form form) {
        return new RuleState(
                rule, title, severity, attack, parameters, state, reasons, file, line, form);
    }

    /// Of a rule that is not run, for what is wrong with its file.
    ///
    /// @param title as far as it is known
    public static RuleState refused(
            String rule, String title, List<String> reasons, String file, int line) {
        return new RuleState(
                rule, title, null, List.of(), List.of(), State.REFUSED, reasons, file, line, null);
    }

    /// Of a rule that raised an alert once and is not in the catalogue any more.
    public static RuleState unknown(String rule) {
        return refused(rule, "", List.of("no rule is called " + rule + " here"), "", 0);
    }

    public enum State {
        READY,
        /// It runs, but a table it needs was never ingested.
        BLIND,
        /// Its file is wrong; it does not run.
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
