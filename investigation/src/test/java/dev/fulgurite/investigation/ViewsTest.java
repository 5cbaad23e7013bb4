package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.SavedCanvas.SavedCard;
import dev.fulgurite.investigation.SavedCanvas.SavedCut;
import dev.fulgurite.investigation.SavedCanvas.SavedLook;
import dev.fulgurite.investigation.SavedCanvas.SavedPart;
import dev.fulgurite.investigation.SavedCanvas.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("graph").resolve("views.json");
    }

    @Test
    void a_canvas_comes_back_as_it_was_saved() {
        SavedCanvas canvas = canvas("Host:h");

        new Views(file).save(Map.of("alert", canvas), null);

        assertThat(new Views(file).of("alert")).contains(canvas);
        assertThat(new Views(file).of("other")).isEmpty();
    }

    @Test
    void saving_one_canvas_keeps_the_others() {
        new Views(file).save(Map.of("one", canvas("Host:one")), null);
        new Views(file).save(Map.of("two", canvas("Host:two")), null);

        assertThat(new Views(file).of("one")).contains(canvas("Host:one"));
        assertThat(new Views(file).of("two")).contains(canvas("Host:two"));
    }

    @Test
    void a_damaged_file_is_put_aside_and_told_once() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":1,\"canva");
        Views views = new Views(file);

        assertThat(views.of("alert")).isEmpty();
        assertThat(views.trouble()).contains("views.json could not be read").contains(".damaged-");
        assertThat(views.trouble()).isEmpty();
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).hasSize(1).allMatch(path -> path.toString().contains(".damaged-"));
        }
        views.save(Map.of("alert", canvas("Host:h")), null);
        assertThat(new Views(file).of("alert")).isPresent();
    }

    @Test
    void a_file_of_another_version_is_put_aside() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\":7,\"canvases\":{}}");

        assertThat(new Views(file).trouble()).contains("version 7");
    }

    @Test
    void what_is_written_on_nodes_is_kept_beside_the_canvases() {
        SavedMarks marks =
                new SavedMarks(Map.of("Host:h", List.of("seen")), Map.of("Host:h", "ask Ana"));
        new Views(file).save(Map.of("alert", canvas("Host:h")), marks);
        new Views(file).save(Map.of("other", canvas("Host:h")), null);

        assertThat(new Views(file).marks()).isEqualTo(marks);
        new Views(file).save(Map.of(), SavedMarks.NONE);
        assertThat(new Views(file).marks()).isEqualTo(SavedMarks.NONE);
        assertThat(new Views(file).of("alert")).isPresent();
    }

    @Test
    void tags_and_notes_that_belonged_to_canvases_belong_to_their_nodes() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"version":1,"canvases":{
                "one":{"nodes":["Host:h"],"relationships":[],"members":["Host:h"],
                "spacing":{"cardWidth":184,"cardHeight":72,"columnGap":68,"rowGap":60},
                "columns":{},"cards":[],"cuts":[],"waiting":[],"hidden":["Host:h"],"folded":{},
                "pinned":[],"tags":{"Host:h":["seen"]},"notes":{"Host:h":"ask Ana"},"look":null},
                "two":{"nodes":["Host:h"],"relationships":[],"members":[],
                "spacing":{"cardWidth":184,"cardHeight":72,"columnGap":68,"rowGap":60},
                "columns":{},"cards":[],"cuts":[],"waiting":[],"hidden":[],"folded":{},
                "pinned":[],"tags":{"Host:h":["odd","seen"],"Host:i":["seen"]},
                "notes":{"Host:h":"ask Bo"},"look":null}}}
                """);
        Views views = new Views(file);

        assertThat(views.of("one").orElseThrow().hidden()).containsExactly("Host:h");
        assertThat(views.trouble()).isEmpty();
        assertThat(views.marks().tags())
                .isEqualTo(Map.of("Host:h", List.of("odd", "seen"), "Host:i", List.of("seen")));
        assertThat(views.marks().notes()).isEqualTo(Map.of("Host:h", "ask Ana\nask Bo"));

        views.save(Map.of("one", canvas("Host:h")), null);
        assertThat(new Views(file).marks()).isEqualTo(views.marks());
        assertThat(new Views(file).of("two")).isPresent();
    }

    @Test
    void what_two_windows_write_on_nodes_holds_whichever_saves_last() {
        SavedMarks left =
                new SavedMarks(
                        Map.of("Host:h", List.of("old", "seen")),
                        Map.of("Host:h", "ask Ana", "Host:i", "fine"));
        new Views(file).save(Map.of(), left);
        Views one = new Views(file);
        Views other = new Views(file);
        assertThat(one.marks()).isEqualTo(other.marks());

        one.save(
                Map.of(),
                new SavedMarks(
                        Map.of("Host:h", List.of("old", "bad", "seen")),
                        Map.of("Host:h", "ask Bo", "Host:i", "fine", "Host:j", "odd")));
        other.save(
                Map.of(),
                new SavedMarks(
                        Map.of("Host:h", List.of("seen"), "Host:k", List.of("new")),
                        Map.of("Host:h", "ask Cy")));

        assertThat(new Views(file).marks())
                .isEqualTo(
                        new SavedMarks(
                                Map.of("Host:h", List.of("bad", "seen"), "Host:k", List.of("new")),
                                Map.of("Host:h", "ask Bo\nask Cy", "Host:j", "odd")));
        one.save(Map.of(), left);
        assertThat(new Views(file).marks().tags())
                .as("the first takes back what it did, and nothing else")
                .isEqualTo(Map.of("Host:h", List.of("seen"), "Host:k", List.of("new")));
    }

    @Test
    void what_another_window_brought_onto_a_canvas_waits_there() {
        new Views(file).save(Map.of("alert", canvas("Host:h")), null);
        Views one = new Views(file);
        Views other = new Views(file);
        assertThat(one.of("alert")).isEqualTo(other.of("alert"));
        SavedCanvas grown = canvas("Host:h", "Host:i");
        SavedCanvas mine = canvas("Host:h", "Command:c");

        one.save(Map.of("alert", grown), null);
        other.save(Map.of("alert", mine), null);

        SavedCanvas both = new Views(file).of("alert").orElseThrow();
        assertThat(both.nodes()).isEqualTo(mine.nodes());
        assertThat(both.cards()).isEqualTo(mine.cards());
        assertThat(waiting(both)).contains("Host:i");

        other.save(Map.of("alert", canvas("Host:h", "Command:d")), null);
        assertThat(waiting(new Views(file).of("alert").orElseThrow()))
                .as("until it is brought")
                .contains("Host:i");
        Views next = new Views(file);
        assertThat(next.of("alert")).isPresent();
        next.save(Map.of("alert", canvas("Host:h", "Command:d", "Host:i")), null);
        assertThat(waiting(new Views(file).of("alert").orElseThrow())).isEmpty();
    }

    private static List<String> waiting(SavedCanvas canvas) {
        return canvas.waiting().stream()
                .filter(part -> part.title().equals(Merge.ELSEWHERE))
                .flatMap(part -> part.nodes().stream())
                .toList();
    }

    private static SavedCanvas canvas(String node, String... more) {
        List<String> nodes = Stream.concat(Stream.of(node), Stream.of(more)).toList();
        return new SavedCanvas(
                nodes,
                List.of("ON:1"),
                List.of(node),
                new Sizes(184, 72, 68, 60.5),
                Map.of(4, 12.25),
                List.of(new SavedCard(node, List.of(node), false, 4, 12.25, -3)),
                List.of(new SavedCut(node, "host-sessions", "Sessions", 20, 41, false)),
                List.of(new SavedPart("Found", List.of(node), List.of())),
                List.of(),
                Map.of(node, List.of("Command:c")),
                List.of(node),
                new SavedLook(0.75, 1, 2, 800, 600));
    }
}
