package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Detector;
import java.util.List;

/// The rules of a watch, which may come, change and go while it runs.
public interface RulesInForce {

    /// Knows the rules as they were at the last look.
    Detector detector();

    /// Looks whether any came, changed or went since the last look, and takes that up.
    ///
    /// @return what there is to say of it, a sentence each; empty when all is as it was
    List<String> look();

    /// Rules that stay as they are.
    static RulesInForce fixed(Detector detector) {
        return new RulesInForce() {
            @Override
            public Detector detector() {
                return detector;
            }

            @Override
            public List<String> look() {
                return List.of();
            }
        };
    }
}
