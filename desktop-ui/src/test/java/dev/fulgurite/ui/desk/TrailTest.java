package dev.fulgurite.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.desk.Trail.Stop;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final Stop FIRST = new Stop("a", Selection.NOTHING);
    private static final Stop HOST = new Stop("a", new Selection.OfNode(new NodeRef("Host", "h")));
    private static final Stop SECOND = new Stop("b", Selection.NOTHING);

    private final Trail trail = new Trail();

    @Test
    void back_and_forward_go_through_what_was_looked_at() {
        trail.visit(FIRST);
        trail.visit(HOST);
        trail.visit(SECOND);

        assertThat(trail.back()).contains(HOST);
        assertThat(trail.back()).contains(FIRST);
        assertThat(trail.back()).isEmpty();
        assertThat(trail.forward()).contains(HOST);
    }

    @Test
    void looking_elsewhere_forgets_what_was_ahead() {
        trail.visit(FIRST);
        trail.visit(HOST);
        trail.back();
        trail.visit(SECOND);

        assertThat(trail.forward()).isEmpty();
        assertThat(trail.back()).contains(FIRST);
    }

    @Test
    void selecting_nothing_is_no_stop_of_its_own() {
        trail.visit(FIRST);
        trail.visit(HOST);
        trail.visit(FIRST);

        assertThat(trail.back()).contains(FIRST);
    }
}
