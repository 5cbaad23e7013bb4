package dev.fulgurite.investigation;

import java.util.ArrayList;
import java.util.List;

/// Whether the text of a rule is in order.
///
/// @param mistakes what is wrong with its head or statement, with file and line; nothing else is
///   tried while there is one
/// @param line of the first mistake, from 1; 0 when there is none
/// @param examples what its examples gave, in their order
public record RuleCheck(List<String> mistakes, int line, List<Outcome> examples) {

    public RuleCheck {
        mistakes = List.copyOf(mistakes);
        examples = List.copyOf(examples);
    }

    /// What became of one example.
    ///
    /// @param fires whether it must give something
    /// @param rows how many rows it gave
    /// @param failure why it could not be tried; `""` when it was
    public record Outcome(String title, boolean fires, long rows, int line, String failure) {

        public boolean holds() {
            return failure.isEmpty() && rows > 0 == fires;
        }

        /// Why it does not hold, as a sentence.
        String told() {
            if (!failure.isEmpty()) {
                return "example '" + title + "' cannot be tried: " + failure;
            }
            return fires
                    ? "it is to fire on '" + title + "' and gives no row"
                    : "it is to stay quiet on '" + title + "' and gives " + rows;
        }
    }

    /// All that is wrong, as sentences with the file, as it is called here, and the line.
    public List<String> reasons(String file) {
        List<String> reasons = new ArrayList<>(mistakes);
        examples.stream()
                .filter(example -> !example.holds())
                .forEach(example ->
                        reasons.add(file + ":" + example.line() + ": " + example.told()));
        return reasons;
    }

    /// Whether the rule can be put to work.
    public boolean isInOrder() {
        return mistakes.isEmpty() && examples.stream().allMatch(Outcome::holds);
    }
}
