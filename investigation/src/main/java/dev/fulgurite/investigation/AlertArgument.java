package dev.fulgurite.investigation;

import java.util.List;
import java.util.Map;

/// Why an alert should be believed, and what speaks against it.
///
/// @param attack the techniques of ATT&CK that its rule looks for
/// @param inferences the links of its case that no record states
/// @param stated how many links of its case the records state themselves
/// @param hops what its case consists of, each with one record that carries it
/// @param smallest the fewest records that carry all hops
/// @param records how many records there are in all
/// @param prevalence how rare it is, a sentence each
/// @param rule what its rule says of itself: `why`, `blind spots`, `false positives`, `triage`
/// @param unseen what its rule does not see in this graph
public record AlertArgument(
        List<String> attack,
        List<Inference> inferences,
        long stated,
        List<Hop> hops,
        List<EvidencePlace> smallest,
        long records,
        List<String> prevalence,
        Map<String, String> rule,
        List<String> unseen) {

    public AlertArgument {
        attack = List.copyOf(attack);
        inferences = List.copyOf(inferences);
        hops = List.copyOf(hops);
        smallest = List.copyOf(smallest);
        prevalence = List.copyOf(prevalence);
        unseen = List.copyOf(unseen);
    }

    /// A link that was inferred.
    ///
    /// @param link which rule of inference made it
    public record Inference(
            String from, String type, String to, double confidence, String link, String reason) {}

    /// A step of the case.
    ///
    /// @param carriedBy records that say so, of which one is enough: the one in
    ///   [AlertArgument#smallest()]; empty for a step that follows from others and has no record
    public record Hop(String told, List<EvidencePlace> carriedBy) {
        public Hop {
            carriedBy = List.copyOf(carriedBy);
        }
    }
}
