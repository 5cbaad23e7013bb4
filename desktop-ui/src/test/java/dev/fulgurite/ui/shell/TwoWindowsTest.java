package dev.fulgurite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.canvas.CanvasAction;
import dev.fulgurite.ui.canvas.Marks;
import dev.fulgurite.ui.memory.Memory;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows on one graph, each with the same alert's canvas.
class TwoWindowsTest {

    private static final NodeRef SESSION = NodeRef.parse(OneAlert.SESSION).orElseThrow();

    @TempDir Path folder;

    @Test
    void what_both_wrote_on_a_node_is_there_whichever_closed_last() {
        Fx.start();
        OneAlert.make(folder);
        ShellViewModel one = opened();
        ShellViewModel other = opened();
        tag(one, "seen by ana");
        Fx.run(() -> one.desk().canvas().act(new CanvasAction.Note(SESSION, "ask hr")));
        tag(other, "seen by bo");

        // The first has the graph in its process, and so is closed after the other.
        close(other);
        close(one);
        ShellViewModel next = opened();
        Marks marks = Fx.on(() -> next.desk().canvas().state().get().marks());
        close(next);

        assertThat(marks.tagsOf(SESSION)).containsExactlyInAnyOrder("seen by ana", "seen by bo");
        assertThat(marks.noteOf(SESSION)).isEqualTo("ask hr");
    }

    private ShellViewModel opened() {
        GraphSource source = GraphSource.of(new GraphLocation.Folder(folder));
        ShellViewModel window = Fx.on(() -> new ShellViewModel(source, Memory.forgetful()));
        Fx.run(window::open);
        OneAlert.tell(window);
        return window;
    }

    private static void tag(ShellViewModel window, String words) {
        Fx.run(() -> window.desk().canvas().act(new CanvasAction.Tag(Set.of(SESSION), words)));
    }

    private static void close(ShellViewModel window) {
        Fx.unwatched(() -> Fx.run(window::close));
    }
}
