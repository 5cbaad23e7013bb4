package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserDataTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void each_platform_keeps_data_where_its_programs_do() {
        assertThat(UserData.folder("Linux", HOME, null, null))
                .isEqualTo(HOME.resolve(".local/share/fulgurite"));
        assertThat(UserData.folder("Linux", HOME, "/data", null))
                .isEqualTo(Path.of("/data/fulgurite"));
        assertThat(UserData.folder("Linux", HOME, "relative", null))
                .isEqualTo(HOME.resolve(".local/share/fulgurite"));
        assertThat(UserData.folder("Mac OS X", HOME, null, null))
                .isEqualTo(HOME.resolve("Library/Application Support/Fulgurite"));
        assertThat(UserData.folder("Windows 11", HOME, null, "/appdata"))
                .isEqualTo(Path.of("/appdata/Fulgurite"));
    }

    @Test
    void a_server_is_told_from_a_folder_by_its_scheme() {
        assertThat(GraphLocation.namesServer("bolt://localhost:7687")).isTrue();
        assertThat(GraphLocation.namesServer("neo4j+s://graph.example")).isTrue();
        assertThat(GraphLocation.namesServer("bolts/of/cloth")).isFalse();
        assertThat(GraphLocation.namesServer("C:\\cases\\one")).isFalse();
    }
}
