package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void what_a_record_says_is_solid_and_bears_its_verb() {
        Link link = link(Map.of());

        assertThat(link.style()).isEqualTo(Link.Style.OBSERVED);
        assertThat(link.words()).isEqualTo("ran as");
    }

    @Test
    void what_a_rule_concluded_is_dashed_and_bears_its_confidence() {
        Link link = link(Map.of("by", "sessions", "confidence", 0.8));

        assertThat(link.style()).isEqualTo(Link.Style.INFERRED);
        assertThat(link.words()).isEqualTo("ran as 0.80");
    }

    @Test
    void one_of_several_candidates_is_dotted() {
        Link link = link(Map.of("by", "sessions", "confidence", 0.4, "ambiguous", true));

        assertThat(link.style()).isEqualTo(Link.Style.AMBIGUOUS);
    }

    private static Link link(Map<String, Object> properties) {
        NodeRef script = new NodeRef("ScriptFile", "f1");
        NodeRef session = new NodeRef("PowerShellSession", "s1");
        return new Link(
                script.toString(),
                session.toString(),
                "RAN_AS",
                List.of(new Relationship("RAN_AS", "e1", script, session, properties)),
                1);
    }
}
