package dev.fulgurite.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {

    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Work work = new Work();

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void the_folder_of_a_record_is_opened() {
        open(opened::add);
        Fx.until("the folder is open", () -> !opened.isEmpty());

        assertThat(opened).containsExactly(Path.of("/logs/a.csv"));
        assertThat(failures).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_opened_is_told() {
        open(file -> {
            throw new IOException(file + ": its folder is not there any more");
        });
        Fx.until("the failure is told", () -> !failures.isEmpty());

        assertThat(failures.getFirst().happened()).contains("not there any more");
        assertThat(failures.getFirst().kept()).isNotEmpty();
    }

    private void open(Folders folders) {
        Fx.start();
        InspectorViewModel model =
                new InspectorViewModel(
                        work,
                        () -> {
                            throw new IllegalStateException("no graph is asked");
                        },
                        Optional::empty,
                        Optional::empty,
                        folders);
        Fx.run(() -> model.openFolder("/logs/a.csv", failures::add));
    }
}
