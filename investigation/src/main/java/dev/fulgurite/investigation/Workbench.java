package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.WholeFile;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFile.Example;
import dev.fulgurite.graph.cypher.CypherFileException;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.RuleCheck.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where an analyst writes detections of their own: a folder of rule files. A text that is not in
/// order yet is kept beside them as a draft, which no run reads.
public final class Workbench implements AutoCloseable {

    private static final String FOLDER = "detections";
    private static final String RULE = ".cypher";
    private static final String DRAFT = ".draft";

    private final InvestigationGraph graph;
    private final Supplier<CypherLibrary> library;
    private final @Nullable Path folder;
    private final ScratchGraph scratch = new ScratchGraph();

    Workbench(InvestigationGraph graph, Supplier<CypherLibrary> library, @Nullable Path folder) {
        this.graph = graph;
        this.library = library;
        this.folder = folder;
    }

    /// Where rules are saved, for a message; `""` when nowhere.
    public String place() {
        return folder == null ? "" : folder.toString();
    }

    /// Ids of the texts that are kept but not in force.
    public List<String> drafts() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(DRAFT))
                    .map(name -> name.substring(0, name.length() - DRAFT.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InvestigationException.file("cannot read", folder, e);
        }
    }

    /// Whether a rule comes from the analyst's folder.
    public boolean isOwn(String id) {
        return folder != null && Files.isRegularFile(folder.resolve(id + RULE));
    }

    /// The text of a rule as its file has it; that of the draft where there is one.
    public String text(String id) {
        checkId(id);
        try {
            for (String ending : List.of(DRAFT, RULE)) {
                if (folder != null && Files.isRegularFile(folder.resolve(id + ending))) {
                    return Files.readString(folder.resolve(id + ending));
                }
            }
        } catch (IOException e) {
            throw InvestigationException.file("cannot read the rule", folder.resolve(id), e);
        }
        return CypherLibrary.packagedText(FOLDER, id)
                .orElseThrow(() ->
                        new InvestigationException(Kind.UNKNOWN_RULE, "no rule is called " + id));
    }

    /// A rule to begin with: it finds what the example below it holds.
    public String template() {
        return CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
    }

    /// Refuses what cannot be the name of a rule file.
    public void checkId(String id) {
        String wrong = OwnRules.wrongId(id);
        if (!wrong.isEmpty()) {
            throw new InvestigationException(Kind.UNKNOWN_RULE, wrong);
        }
    }

    /// Reads the head, tries the statement on the graph's vocabulary and runs the examples, each on
    /// a graph of its own.
    public RuleCheck check(String id, String text) {
        checkId(id);
        CypherFile file;
        try {
            file = parsed(id, text);
        } catch (CypherFileException e) {
            return new RuleCheck(List.of(String.valueOf(e.getMessage())), e.line(), List.of());
        }
        return check(file);
    }

    /// As [#check(String, String)], of a file that could be read.
    RuleCheck check(CypherFile file) {
        RuleState state =
                new Detector(graph, with(file))
                        .rules().stream()
                                .filter(rule -> rule.rule().equals(file.id()))
                                .findFirst()
                                .orElseThrow();
        if (state.state() == RuleState.State.REFUSED) {
            return new RuleCheck(state.reasons(), state.line(), List.of());
        }
        return new RuleCheck(
                withoutExamples(file),
                file.examples().isEmpty() ? 1 : 0,
                file.examples().stream().map(example -> tried(file, example)).toList());
    }

    private static List<String> withoutExamples(CypherFile file) {
        return file.examples().isEmpty()
                ? List.of(
                        file.source()
                                + ":1: no example: end the file with '// fires on: …' or"
                                + " '// stays quiet on: …' and a CREATE statement")
                : List.of();
    }

    private Outcome tried(CypherFile file, Example example) {
        long rows = 0;
        String failure = "";
        try {
            rows = scratch.rows(with(file), file, example);
        } catch (GraphException e) {
            failure = String.valueOf(e.getMessage());
        }
        return new Outcome(example.title(), example.fires(), rows, example.line(), failure);
    }

    private static CypherFile parsed(String id, String text) {
        return CypherLibrary.parse(FOLDER, id, id + RULE, text);
    }

    private CypherLibrary with(CypherFile file) {
        return library.get().plus(List.of(file));
    }

    /// Runs the text and the rule as it is saved over the graph and tells in what they differ;
    /// neither leaves a trace. A rule that is not in order is refused with the reason.
    public RuleComparison compare(String id, String text, DetectionRequest request) {
        CypherFile file = parsed(id, text);
        DetectionResult now = new Detector(graph, with(file)).rehearse(id, request);
        boolean isNew = !library.get().has(FOLDER, id);
        List<Alert> before =
                isNew
                        ? List.of()
                        : new Detector(graph, library.get()).rehearse(id, request).alerts();
        Set<String> had = ids(before);
        Set<String> has = ids(now.alerts());
        List<Alert> gained =
                now.alerts().stream().filter(alert -> !had.contains(alert.id())).toList();
        return new RuleComparison(
                gained,
                before.stream().filter(alert -> !has.contains(alert.id())).toList(),
                now.alerts().size() - gained.size(),
                now.completeness());
    }

    private static Set<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).collect(Collectors.toSet());
    }

    /// Puts a text into the folder as a rule; a draft of it goes. See
    /// [Investigation#saveRule(String, String)].
    void save(String id, String text) {
        write(id + RULE, text);
        try {
            Files.deleteIfExists(owned().resolve(id + DRAFT));
        } catch (IOException e) {
            throw InvestigationException.file("cannot delete", owned().resolve(id + DRAFT), e);
        }
    }

    /// Keeps a text that need not be in order beside the rules. What is in force stays so.
    public void keepDraft(String id, String text) {
        checkId(id);
        write(id + DRAFT, text);
    }

    private Path owned() {
        if (folder == null) {
            throw new InvestigationException(
                    Kind.UNKNOWN_PATH, "no folder for rules is known: start with --rules DIR");
        }
        return folder;
    }

    private void write(String name, String text) {
        Path to = owned();
        try {
            Files.createDirectories(to);
            WholeFile.write(to.resolve(name), text);
        } catch (IOException e) {
            throw InvestigationException.file("cannot write", to.resolve(name), e);
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
