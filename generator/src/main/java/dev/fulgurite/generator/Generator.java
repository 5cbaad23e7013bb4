package dev.fulgurite.generator;

import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Estate;
import dev.fulgurite.generator.export.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the log exports of an invented company: `azure/`, `defender/` and `windows/`, and
/// `truth.json` about the attacks in them. Memory does not grow with the number of events.
///
/// ```java
/// Outcome made = Generator.write(folder, new Order(1_000_000, 7, Shape.DATA_EXPORT, 3, 0, 0, 0));
/// ```
public final class Generator {

    /// What was made.
    ///
    /// @param records that were written, those written twice counted twice
    public record Outcome(long records) {}

    private final Order order;
    private final Calendar calendar = new Calendar();
    private final Timeline timeline;
    private final OrdinaryLife life;
    private final Attack attack;
    private final Estate estate;
    private final List<Chain> chains = new ArrayList<>();
    private int clashes;

    private Generator(Order order, Estate estate) {
        this.order = order;
        this.estate = estate;
        timeline = new Timeline(order.events());
        RunCommand runCommand =
                new RunCommand(timeline, Chance.of(order.seed(), "run"), estate.hosts().size());
        life = new OrdinaryLife(estate, timeline, runCommand, Chance.of(order.seed(), "life"));
        attack = new Attack(estate, timeline, runCommand, Chance.of(order.seed(), "attack"));
    }

    /// Writes into a folder, which is made when it is not there.
    public static Outcome write(Path folder, Order order) throws IOException {
        Estate estate =
                Estate.of(order.seed(), order.events(), order.clashes(), order.skewSeconds());
        Files.createDirectories(folder);
        Generator generator = new Generator(order, estate);
        long records;
        try (Export export =
                new Export(
                        folder,
                        estate,
                        order.shape(),
                        order.duplicatePercent(),
                        Chance.of(order.seed(), "duplicates"))) {
            generator.happen(export);
            records = export.records();
        }
        Truth.write(folder.resolve("truth.json"), order, generator.chains);
        return new Outcome(records);
    }

    private void happen(Export export) throws IOException {
        Timeline.Sink sink =
                (trace, chain) -> {
                    Export.Written written = export.write(trace);
                    if (chain != null) {
                        chain.records().add(written);
                    }
                };
        while (!timeline.isFull()) {
            long at = calendar.at(timeline.part());
            timeline.flow(at, sink);
            if (isDue(chains.size(), order.chains())) {
                chains.add(attack.happen(chains.size(), at));
            } else if (isDue(clashes, order.clashes())) {
                life.clash(estate.clashing().get(clashes++), at);
            } else {
                life.goOn(at);
            }
        }
        timeline.flow(Long.MAX_VALUE, sink);
    }

    /// Spread over the whole, with room behind the last.
    private boolean isDue(int happened, int wanted) {
        return happened < wanted && timeline.part() >= 0.9 * (happened + 1) / (wanted + 1);
    }
}
