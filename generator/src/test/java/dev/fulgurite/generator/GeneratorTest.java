package dev.fulgurite.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.generator.export.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeneratorTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void equal_orders_make_equal_files(Shape shape) throws IOException {
        Order order = new Order(2000, 11, shape, 2, 1, 3, 5);

        Generator.write(folder.resolve("a"), order);
        Generator.write(folder.resolve("b"), order);

        assertThat(content(folder.resolve("a"))).isEqualTo(content(folder.resolve("b")));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shapes_hold_the_same_attacks(Shape shape) throws IOException {
        Generator.write(folder.resolve("one"), order(shape));
        Generator.write(folder.resolve("other"), order(Shape.DATA_EXPORT));

        assertThat(attacks(folder.resolve("one"))).isEqualTo(attacks(folder.resolve("other")));
    }

    @Test
    void another_seed_makes_other_attacks() throws IOException {
        Generator.write(folder.resolve("one"), new Order(2000, 1, Shape.DIAGNOSTIC, 2, 0, 0, 0));
        Generator.write(folder.resolve("other"), new Order(2000, 2, Shape.DIAGNOSTIC, 2, 0, 0, 0));

        assertThat(attacks(folder.resolve("one"))).isNotEqualTo(attacks(folder.resolve("other")));
    }

    @Test
    void as_many_records_are_written_as_were_ordered() throws IOException {
        Generator.write(folder, order(Shape.DATA_EXPORT));

        assertThat(lines()).hasSize(2000).doesNotHaveDuplicates();
    }

    @Test
    void doubled_records_come_on_top() throws IOException {
        Generator.Outcome made =
                Generator.write(folder, new Order(2000, 11, Shape.DIAGNOSTIC, 0, 0, 0, 10));

        List<String> lines = lines();
        assertThat(lines).hasSize((int) made.records()).hasSizeBetween(2100, 2300);
        assertThat(new HashSet<>(lines)).hasSize(2000);
    }

    @Test
    void the_truth_points_to_the_records_of_an_attack() throws IOException {
        Generator.write(folder, order(Shape.DATA_EXPORT));

        for (JsonNode chain : truth(folder)) {
            String script = chain.get("script").asString();
            String correlation = chain.get("correlationId").asString();
            Set<String> tables = new HashSet<>();
            for (JsonNode record : chain.get("records")) {
                String line = line(record);
                tables.add(record.get("table").asString());
                switch (record.get("table").asString()) {
                    case "AzureActivity" -> assertThat(line).contains(correlation);
                    case "DeviceFileEvents" -> assertThat(line).contains(script);
                    default -> assertThat(line).contains(record.get("id").asString());
                }
            }
            assertThat(tables)
                    .contains(
                            "AzureActivity",
                            "DeviceFileEvents",
                            "DeviceEvents",
                            "DeviceLogonEvents");
        }
    }

    @Test
    void machines_of_a_clash_share_name_and_script_number() throws IOException {
        Generator.write(folder, new Order(2000, 11, Shape.DATA_EXPORT, 0, 1, 0, 0));

        List<String> first =
                lines().stream()
                        .filter(line -> line.contains("\"FileName\":\"script0.ps1\""))
                        .filter(line -> line.contains("\"DeviceName\":\"web00000."))
                        .filter(line -> line.contains("FileCreated"))
                        .toList();

        assertThat(first).hasSizeGreaterThanOrEqualTo(2);
        assertThat(first).anyMatch(line -> line.contains("web00000.corp."));
        assertThat(first).anyMatch(line -> line.contains("web00000.lab."));
    }

    @Test
    void an_order_without_room_for_its_attacks_is_refused() {
        assertThatThrownBy(() -> new Order(399, 1, Shape.DATA_EXPORT, 2, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("200 for each");
    }

    private static Order order(Shape shape) {
        return new Order(2000, 11, shape, 2, 0, 0, 0);
    }

    private static Map<String, String> content(Path of) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(of.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    private List<String> lines() throws IOException {
        return content(folder).entrySet().stream()
                .filter(file -> !file.getKey().equals("truth.json"))
                .flatMap(file -> file.getValue().lines())
                .toList();
    }

    private String line(JsonNode record) throws IOException {
        Path file = folder.resolve(record.get("file").asString());
        return Files.readAllLines(file, StandardCharsets.UTF_8)
                .get(record.get("record").asInt() - 1);
    }

    private static JsonNode truth(Path of) throws IOException {
        return JSON.readTree(Files.readString(of.resolve("truth.json"))).get("chains");
    }

    /// What is told of them, but for the names of files.
    private static String attacks(Path of) throws IOException {
        return truth(of).toPrettyString().replaceAll("\"file\" : \"[^\"]*\"", "");
    }
}
