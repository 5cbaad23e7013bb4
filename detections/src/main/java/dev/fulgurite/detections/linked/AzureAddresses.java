package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.detections.ranges.AddressRange;
import dev.fulgurite.detections.ranges.AddressRanges;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Keeps the operations of which an address is in one of the given ranges.
@AutoService(PostProcessor.class)
public final class AzureAddresses implements PostProcessor {

    @Override
    public List<String> inner() {
        return List.of("principal", "machine", "ended", "addresses", "habit");
    }

    @Override
    public List<String> blindness(Settings settings) {
        return settings.text("ranges").isBlank()
                ? List.of(AddressRanges.UNSET + ", or single ranges with --set ranges=20.51.0.0/21")
                : List.of();
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        AddressRanges ranges = AddressRanges.of(settings.text("ranges"));
        Set<String> tags = settings.set("tags");
        Predicate<AddressRange> counts =
                range ->
                        tags.isEmpty()
                                || tags.stream()
                                        .anyMatch(range.tag().toLowerCase(Locale.ROOT)::startsWith);
        List<Row> found = new ArrayList<>();
        CloudRuns.by(CloudRun::principal, rows)
                .values()
                .forEach(runs -> found.addAll(found(runs, ranges, counts)));
        return found.stream()
                .filter(row -> settings.inRange(row.instant("at")))
                .sorted(Urgency.FIRST)
                .toList();
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        AddressRanges ranges = AddressRanges.of(settings.text("ranges"));
        String tags = settings.text("tags");
        return String.format(
                Locale.ROOT,
                "ranges, tags = \"%s\": %s is in none of these of the %,d ranges that were given",
                tags,
                about.stream()
                        .flatMap(row -> new CloudRun(row).addresses().stream())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                ranges.all().size());
    }

    /// Of one principal's runs, in the order of time.
    private static List<Row> found(
            List<CloudRun> runs, AddressRanges ranges, Predicate<AddressRange> counts) {
        Map<String, Long> before = new TreeMap<>();
        long elsewhere = 0;
        List<Row> found = new ArrayList<>();
        for (CloudRun run : runs) {
            Map<String, List<AddressRange>> hits = new TreeMap<>();
            for (String address : run.addresses()) {
                List<AddressRange> smallest =
                        smallest(ranges.containing(address).stream().filter(counts).toList());
                if (!smallest.isEmpty()) {
                    hits.put(address, smallest);
                }
            }
            if (hits.isEmpty()) {
                elsewhere++;
            } else {
                found.add(row(run, hits, before, elsewhere));
            }
        }
        return found;
    }

    /// The first, and others of the same size: one range may stand under several tags.
    private static List<AddressRange> smallest(List<AddressRange> ranges) {
        return ranges.stream().filter(range -> range.bits() == ranges.getFirst().bits()).toList();
    }

    private static Row row(
            CloudRun run,
            Map<String, List<AddressRange>> hits,
            Map<String, Long> before,
            long elsewhere) {
        String address =
                run.addresses().stream().filter(hits::containsKey).findFirst().orElseThrow();
        List<String> prefixes =
                hits.values().stream()
                        .flatMap(List::stream)
                        .map(AddressRange::prefix)
                        .distinct()
                        .toList();
        List<String> tags =
                hits.values().stream()
                        .flatMap(List::stream)
                        .map(AddressRange::tag)
                        .distinct()
                        .toList();
        long earlier =
                prefixes.stream()
                        .mapToLong(prefix -> before.getOrDefault(prefix, 0L))
                        .max()
                        .orElse(0);
        prefixes.forEach(prefix -> before.merge(prefix, 1L, Long::sum));
        Severity severity =
                earlier > 0
                        ? Severity.INFORMATIONAL
                        : elsewhere > 0 ? Severity.MEDIUM : Severity.LOW;
        List<String> reasons =
                hits.entrySet().stream()
                        .map(hit -> hit.getKey() + " is in " + hit.getValue().getFirst().prefix())
                        .toList();
        return run.row()
                .with("AddressPrefixes", prefixes)
                .with("IP_0_Address", address)
                .with("tags", tags)
                .with("earlierRuns", earlier)
                .with("severity", severity.word())
                .with("reasons", reasons)
                .with("habit", habit(earlier, elsewhere));
    }

    private static String habit(long earlier, long elsewhere) {
        if (earlier > 0) {
            return ", as " + earlier + " times before";
        }
        return elsewhere > 0
                ? ", never before in " + elsewhere + " runs from elsewhere"
                : ", the first run that is known of it";
    }
}
