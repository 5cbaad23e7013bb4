package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// What is told of a card or line that the pointer rests on: nothing of it is cut short.
public record Hint(String title, List<Row> rows) {

    private static final int MOST = 8;

    /// One thing told, with its name.
    public record Row(String name, String value) {}

    public Hint {
        rows = rows.stream().filter(row -> !row.value().isBlank()).toList();
    }

    /// Of a card, with what the analyst said of it and what its logs do not hold.
    public static Hint of(Card card, Look look) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(card.kind().words(), card.isStack() ? "" : card.nodes().getFirst().key()));
        card.facts().stream().map(fact -> new Row("", fact)).forEach(rows::add);
        if (!card.at().equals(Instant.MAX)) {
            rows.add(new Row(card.clock().isEmpty() ? "First seen" : "Time", card.at().toString()));
        }
        if (card.nodes().size() > 1) {
            card.nodes().stream()
                    .limit(MOST)
                    .map(node -> new Row(card.isStack() ? "One of them" : "Also", node.key()))
                    .forEach(rows::add);
            more(card.nodes().size()).forEach(rows::add);
        }
        Look.Badge badge = look.badges().get(card.id());
        if (badge != null) {
            rows.add(new Row("Tags", String.join(", ", badge.tags())));
            rows.add(new Row("Note", badge.note()));
        }
        holes(card.id(), look, rows);
        return new Hint(card.title(), rows);
    }

    private static Stream<Row> more(int all) {
        return all > MOST ? Stream.of(new Row("", "and " + (all - MOST) + " more")) : Stream.of();
    }

    /// Of a line: its verb, times, how sure it is and why, its records, and what else it could be.
    public static Hint of(Link link, Scene scene, Look look) {
        List<Row> rows = new ArrayList<>();
        times(link, rows);
        rows.add(new Row("Confidence", sureness(link)));
        reasons(link).forEach(reason -> rows.add(new Row("Why", reason)));
        rows.add(new Row("Records", records(link)));
        List<Link> rivals = scene.rivals(link);
        rivals.stream()
                .limit(MOST)
                .map(rival -> new Row("Or", told(rival, scene) + "  " + because(rival)))
                .forEach(rows::add);
        more(rivals.size()).forEach(rows::add);
        holes(link.id(), look, rows);
        return new Hint(told(link, scene), rows);
    }

    private static void holes(String id, Look look, List<Row> rows) {
        List<String> holes = look.holes().getOrDefault(id, List.of());
        holes.stream().limit(MOST).forEach(hole -> rows.add(new Row("Not in the logs", hole)));
        more(holes.size()).forEach(rows::add);
    }

    private static String told(Link link, Scene scene) {
        String verb = link.type().toLowerCase(Locale.ROOT).replace('_', ' ');
        return title(link.from(), scene) + " " + verb + " " + title(link.to(), scene);
    }

    private static String title(String card, Scene scene) {
        return scene.layout().card(card).map(placed -> placed.card().title()).orElse(card);
    }

    private static void times(Link link, List<Row> rows) {
        List<Instant> times =
                link.relationships().stream()
                        .map(one -> one.get("at"))
                        .filter(Instant.class::isInstance)
                        .map(Instant.class::cast)
                        .sorted()
                        .toList();
        if (!times.isEmpty()) {
            boolean one = times.getFirst().equals(times.getLast());
            rows.add(new Row(one ? "Time" : "From", times.getFirst().toString()));
            rows.add(new Row("To", one ? "" : times.getLast().toString()));
        }
    }

    private static String sureness(Link link) {
        return switch (link.style()) {
            case OBSERVED -> "observed in the logs";
            case INFERRED -> String.format(Locale.ROOT, "%.2f, inferred", link.confidence());
            case AMBIGUOUS ->
                    String.format(
                            Locale.ROOT, "%.2f, one of several candidates", link.confidence());
        };
    }

    private static List<String> reasons(Link link) {
        return link.relationships().stream()
                .map(one -> one.get("reason"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .limit(3)
                .toList();
    }

    private static String because(Link rival) {
        return String.format(
                Locale.ROOT, "%.2f %s", rival.confidence(), String.join("; ", reasons(rival)));
    }

    private static String records(Link link) {
        long records = link.relationships().stream().mapToLong(Hint::pointers).sum();
        return records == 0 ? "" : Long.toString(records);
    }

    private static long pointers(Relationship one) {
        return switch (one.get("evidence")) {
            case null -> 0;
            case List<?> several -> several.size();
            default -> 1;
        };
    }
}
