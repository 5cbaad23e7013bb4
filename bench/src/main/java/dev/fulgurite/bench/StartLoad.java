package dev.fulgurite.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the window takes from the start of its process until it is usable, its graph opening
/// behind it: `StartLoad HOME FOLDER TIMES`, HOME being the folder of the launcher. Told with the
/// AOT cache and without; the launcher must have made the cache, which it does in the background
/// some time after its first start.
public final class StartLoad {

    private static final Pattern TOLD =
            Pattern.compile("rehearsal: (\\d+) ms by the clock, (\\d+) ms of processors");

    private StartLoad() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path graph = Path.of(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        for (String what : List.of("auto", "off")) {
            for (int i = 0; i < times; i++) {
                start(home, graph, what).print();
            }
        }
    }

    private static Measured start(Path home, Path graph, String cache) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        home.resolve("fulgurite").toString(),
                        "desktop",
                        "--graph",
                        graph.toString());
        builder.redirectErrorStream(true)
                .environment()
                .putAll(
                        Map.of(
                                "FULGURITE_REHEARSAL",
                                "off",
                                "FULGURITE_JAVA",
                                "-Dfulgurite.rehearsal=usable -Dglass.platform=Headless"
                                        + " -Dprism.order=sw -XX:AOTMode="
                                        + cache));
        Process process = builder.start();
        Measured measured = null;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher told = TOLD.matcher(line);
                if (told.find()) {
                    measured =
                            new Measured(
                                    "window usable, cache " + cache,
                                    1,
                                    0,
                                    Duration.ofMillis(Long.parseLong(told.group(1))),
                                    Duration.ofMillis(Long.parseLong(told.group(2))));
                }
            }
        }
        if (measured == null) {
            throw new IOException("the window did not say when it was usable");
        }
        return measured;
    }
}
