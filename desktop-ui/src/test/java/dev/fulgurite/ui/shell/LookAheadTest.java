package dev.fulgurite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.memory.Memory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a graph of one session and an alert on it: there is little to look ahead to.
class LookAheadTest {

    @TempDir static Path folder;
    private ShellViewModel model;

    @BeforeAll
    static void make() {
        Fx.start();
        OneAlert.make(folder);
    }

    @BeforeEach
    void begin() {
        GraphSource source = GraphSource.of(new GraphLocation.Folder(folder));
        model = Fx.on(() -> new ShellViewModel(source, Memory.forgetful()));
    }

    @AfterEach
    void close() {
        Fx.unwatched(() -> Fx.run(model::close));
    }

    @Test
    void a_graph_is_readied_after_its_first_story_and_so_is_the_next() {
        Fx.run(() -> {
            model.lookAhead();
            model.open();
        });
        OneAlert.tell(model);
        Fx.until("it is readied", () -> model.aside().isDone());

        Fx.run(model::open);
        assertThat(Fx.on(() -> model.aside().hasBegun())).as("of a graph that is left").isFalse();
        OneAlert.tell(model);

        Fx.until("it is readied, too", () -> model.aside().isDone());
        assertThat(Fx.on(() -> model.notice().get())).isNull();
    }

    @Test
    void nothing_is_done_ahead_unless_it_is_asked_for() {
        Fx.run(model::open);
        OneAlert.tell(model);

        assertThat(Fx.on(() -> model.aside().hasBegun())).isFalse();
    }
}
