package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.cli.Shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {

    @TempDir private Path folder;

    @Test
    void an_estate_is_written_with_the_truth_beside_it() {
        Path estate = folder.resolve("estate");

        Run run =
                Shell.run(
                        "generate",
                        estate.toString(),
                        "--events",
                        "500",
                        "--chains",
                        "1",
                        "--shape",
                        "portal-csv");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).startsWith("500 records in ");
        assertThat(estate.resolve("truth.json")).isNotEmptyFile();
        assertThat(estate.resolve("azure/AzureActivity-000.csv")).isNotEmptyFile();
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        Run run = Shell.run("generate", folder.toString(), "--events", "500", "--chains", "0");

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).contains("is not an empty folder");
        assertThat(folder).isDirectoryNotContaining("glob:**/truth.json");
    }

    @Test
    void an_order_that_cannot_be_met_is_wrong_usage() {
        String estate = folder.resolve("estate").toString();

        assertThat(Shell.run("generate", estate, "--events", "100").err())
                .contains("events: at least 200 for each chain and clash");
        assertThat(Shell.run("generate", estate, "--shape", "parquet").exit())
                .isEqualTo(Exit.WRONG_USAGE);
    }
}
