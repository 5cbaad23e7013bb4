package dev.fulgurite.generator.export;

import java.util.List;
import java.util.stream.Collectors;

/// How rows stand in a file.
record Layout(String extension, String start, String between, String end) {

    static final Layout LINES = new Layout("jsonl", "", "\n", "\n");

    /// As event hubs wrap them.
    static final Layout RECORDS = new Layout("json", "{\"records\":[\n", ",\n", "\n]}\n");

    static Layout csv(List<String> columns) {
        String header =
                columns.stream()
                        .map(name -> name.contains(",") ? '"' + name + '"' : name)
                        .collect(Collectors.joining(","));
        return new Layout("csv", "\uFEFF" + header + "\n", "\n", "\n");
    }
}
