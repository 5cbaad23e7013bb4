package dev.fulgurite.ui.search;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.SavedQueries;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.investigation.picture.CardFaces;
import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.investigation.search.CommandResult;
import dev.fulgurite.investigation.search.SearchResult;
import dev.fulgurite.investigation.search.SearchResult.Match;
import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.search.Entry.Choice;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What was found, by kind; the kind with the best match first.
final class Groups {

    private record Group(String title, String note, Match best, List<Choice> choices) {}

    private final String text;
    private final String lower;
    private final Places places;
    private final List<String> words;
    private final List<Group> groups = new ArrayList<>();

    Groups(String text, Places places) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
        this.words = words(text);
        this.places = places;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split(" +", -1));
    }

    private static String said(Alert alert) {
        return alert.title() + " " + alert.id() + " " + String.join(" ", alert.nodes());
    }

    private static boolean hold(String said, List<String> words) {
        String lower = said.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    List<Entry> entries() {
        groups.sort(Comparator.comparing(Group::best));
        List<Entry> entries = new ArrayList<>();
        for (Group group : groups) {
            if (!group.choices().isEmpty() || !group.note().isEmpty()) {
                entries.add(new Entry.Heading(Words.of(group.title()), group.note()));
                entries.addAll(group.choices());
            }
        }
        return entries;
    }

    void entities(SearchResult found) {
        List<Choice> choices = found.hits().stream().map(this::entity).toList();
        Match best = found.hits().isEmpty() ? Match.INSIDE : found.hits().getFirst().match();
        groups.add(
                new Group(
                        "search.entities",
                        note(choices.size(), found.more(), found.stopped()),
                        best,
                        choices));
    }

    private Choice entity(SearchResult.Hit hit) {
        Node node = hit.node();
        Kind kind = Kind.of(node.label());
        Subgraph alone = new Subgraph(List.of(node), List.of());
        String title = new CardFaces(alone).title(node);
        String aside =
                hit.lastSeen() == null
                        ? Words.of("search.links", hit.links())
                        : Words.of("search.seen", Times.readable(hit.lastSeen()));
        return new Choice(
                kind.icon(),
                family(kind),
                title,
                kind.words() + "  " + node.key(),
                aside,
                () -> places.bring(title, alone, node.ref()));
    }

    private static String family(Kind kind) {
        return "family-" + kind.family().name().toLowerCase(Locale.ROOT);
    }

    /// @param found one more than are shown when there are more
    void alerts(List<Alert> found) {
        fitting(
                "search.alerts",
                found,
                Groups::said,
                alert ->
                        new Choice(
                                Icon.WARNING,
                                "severity-" + alert.severity().word(),
                                alert.title(),
                                alert.severity().word() + "  " + alert.rule(),
                                Times.readable(alert.time()),
                                () -> places.choose(alert)));
    }

    void commands(CommandResult found) {
        List<Choice> choices = found.hits().stream().map(this::command).toList();
        groups.add(
                new Group(
                        "search.commands",
                        note(choices.size(), found.more(), found.stopped()),
                        Match.INSIDE,
                        choices));
    }

    private Choice command(CommandResult.Hit hit) {
        String line = hit.line().strip().replaceAll("\\s+", " ");
        return new Choice(
                Icon.PROMPT,
                "family-command",
                line,
                hit.host(),
                hit.at() == null ? "" : Times.readable(hit.at()),
                () -> places.bring(line, hit.graph(), hit.node()));
    }

    void pivots(List<PivotOffer> offers) {
        fitting(
                "search.pivots",
                offers,
                PivotOffer::title,
                offer ->
                        new Choice(
                                Icon.BOLT,
                                "family-operation",
                                offer.title(),
                                "",
                                Words.of("search.count", offer.count()),
                                () -> places.walk(offer)));
    }

    void saved(SavedQueries.Shelf shelf) {
        fitting(
                "search.saved",
                shelf.queries(),
                SavedQueries.Saved::name,
                query ->
                        new Choice(
                                Icon.FILE,
                                "family-script",
                                query.name(),
                                query.text().strip().replaceAll("\\s+", " "),
                                "",
                                () -> places.query(query.text())));
    }

    void actions(List<Action> all) {
        fitting(
                "search.actions",
                all.stream().filter(Groups::isOffered).toList(),
                Action::words,
                action ->
                        new Choice(
                                Icon.LINES,
                                "family-machine",
                                action.words(),
                                "",
                                action.key(),
                                () -> {
                                    Runnable run = action.run();
                                    if (run != null) {
                                        run.run();
                                    }
                                }));
    }

    /// The palette itself is open.
    private static boolean isOffered(Action action) {
        return action.run() != null && !action.id().equals("search");
    }

    /// Those whose words hold every word that was typed.
    private <T> void fitting(
            String title, List<T> all, Function<T, String> saying, Function<T, Choice> choice) {
        List<T> fitting = new ArrayList<>();
        Match best = Match.INSIDE;
        for (T one : all) {
            String said = saying.apply(one);
            if (hold(said, words)) {
                fitting.add(one);
                best = beginsWord(said.toLowerCase(Locale.ROOT)) ? Match.BEGINNING : best;
            }
        }
        int limit = text.isEmpty() ? Integer.MAX_VALUE : SearchViewModel.SHOWN;
        List<Choice> choices = fitting.stream().limit(limit).map(choice).toList();
        groups.add(
                new Group(
                        title, note(choices.size(), fitting.size() > limit, false), best, choices));
    }

    private boolean beginsWord(String said) {
        return !lower.isEmpty() && (" " + said).contains(" " + lower);
    }

    private static String note(int shown, boolean more, boolean stopped) {
        long seconds = Investigation.SEARCH_TIME.toSeconds();
        if (stopped) {
            return Words.of("search.stopped", shown, seconds);
        }
        return more ? Words.of("search.more", shown) : "";
    }
}
