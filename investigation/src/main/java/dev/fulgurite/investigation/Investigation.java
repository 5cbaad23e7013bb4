package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertChange;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Alerts;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Gap;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.detections.Suppression;
import dev.fulgurite.detections.Suppressions;
import dev.fulgurite.detections.WhyNot;
import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.EventSink;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.ingest.Ingestion;
import dev.fulgurite.investigation.query.Journal;
import dev.fulgurite.investigation.query.Vocabulary;
import dev.fulgurite.investigation.search.CommandResult;
import dev.fulgurite.investigation.search.Search;
import dev.fulgurite.investigation.search.SearchResult;
import dev.fulgurite.investigation.watch.Watch;
import dev.fulgurite.investigation.watch.WatchListener;
import dev.fulgurite.investigation.watch.WatchOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One investigation: the one door both front ends call. Safe for use by several threads; every
/// call waits for the graph, so a window makes it off its own thread. Failures are
/// [dev.fulgurite.graph.GraphException] (the store), [dev.fulgurite.detections.RefusedRequest] (an
/// unknown rule, setting or alert) and [InvestigationException] (an unknown node, pivot or format,
/// or a file).
///
/// ```java
/// try (Investigation investigation = Investigation.open(GraphLocation.standard())) {
///     investigation.ingest(List.of(Path.of("logs")), IngestListener.silent());
/// }
/// ```
public final class Investigation implements AutoCloseable {

    /// [#evidence(String)] gives no more than this many records of one node.
    public static final int EVIDENCE_LIMIT = 1_000;

    /// [#rejects(String)] gives no more than this many records.
    public static final int REJECT_LIMIT = 1_000;

    /// [#query(String)] gives no more than this many rows.
    public static final int QUERY_ROWS = 10_000;

    /// A query runs no longer than this.
    public static final Duration QUERY_TIME = AnalystQuery.TIMEOUT;

    /// [#search] looks inside keys and names for so long.
    public static final Duration SEARCH_TIME = Duration.ofSeconds(2);

    private final InvestigationGraph graph;
    private final Path folder;
    private final Alerts alerts;
    private final Suppressions suppressions;
    private final Read read;
    private final Nodes nodes;
    private final NodeQuestions questions;
    private final Pivots pivots;
    private final PlansAhead plans;
    private final Paths paths;
    private final Search search;
    private final Journal journal;
    private final Exports exports;
    private final Imports imports;
    private final Views views;
    private final @Nullable Path rulesFolder;
    private final Workbench workbench;
    private final RuleTrials trials;
    private volatile Catalogue catalogue;

    /// @param views name of the file in the folder that keeps the canvases
    private Investigation(
            InvestigationGraph graph, Path folder, String views, @Nullable Path rulesFolder) {
        this.graph = graph;
        this.folder = folder;
        this.views = new Views(folder.resolve(views));
        this.rulesFolder = rulesFolder;
        this.catalogue = Catalogue.of(graph, OwnRules.in(rulesFolder));
        this.workbench = new Workbench(graph, () -> catalogue.library(), rulesFolder);
        this.trials = new RuleTrials(graph, workbench::check, workbench::close);
        CypherLibrary library = catalogue.library();
        this.alerts = new Alerts(graph);
        this.suppressions = new Suppressions(graph);
        this.journal = new Journal(library);
        InvestigationGraph listened = new ListenedGraph(graph, journal::heard);
        this.read = new Read(listened, library);
        this.search = new Search(graph, library, SEARCH_TIME);
        this.nodes = new Nodes(read, search);
        this.questions = new NodeQuestions(library);
        this.pivots = new Pivots(listened, library);
        this.plans = new PlansAhead(graph, library);
        this.paths = new Paths(listened, library);
        this.imports = new Imports(graph, library, read);
        this.exports = new Exports(read, new Schema(library));
    }

    public static Investigation open(GraphLocation location) {
        return open(location, null);
    }

    /// Opens a graph for detections of one's own, too.
    ///
    /// @param rules a folder with an analyst's own detections, beside those of the product; one
    ///   with the id of one of these stands in its place
    public static Investigation open(GraphLocation location, @Nullable Path rules) {
        OwnRules.in(rules);
        return switch (location) {
            case GraphLocation.Folder(Path path) ->
                    new Investigation(Neo4jGraphs.embedded(path), path, "views.json", rules);
            case GraphLocation.Server server ->
                    new Investigation(
                            Neo4jGraphs.connect(server.address(), server.user(), server.password()),
                            UserData.folder(),
                            viewsOf(server),
                            rules);
        };
    }

    /// Servers share a folder, so their file has a name made of the address.
    private static String viewsOf(GraphLocation.Server server) {
        return "views-" + Integer.toHexString(server.address().toString().hashCode()) + ".json";
    }

    /// The canvases as they were left.
    public Views views() {
        return views;
    }

    /// A part of the graph by the names of its nodes (`Label:key`) and relationships (`TYPE:id`);
    /// what is gone is not in it.
    public Subgraph part(Collection<String> nodeRefs, Collection<String> relationshipRefs) {
        List<NodeRef> refs = nodeRefs.stream().flatMap(ref -> NodeRef.parse(ref).stream()).toList();
        return new Subgraph(read.nodes(refs), List.of())
                .plus(read.relationships(List.copyOf(relationshipRefs)));
    }

    /// As [#open(GraphLocation, Path)]; the folder of rules is made when it is not there.
    public static Investigation openWithOwn(GraphLocation location, Path rules) {
        try {
            Files.createDirectories(rules);
        } catch (IOException e) {
            throw InvestigationException.file("cannot make the folder for rules", rules, e);
        }
        return open(location, rules);
    }

    /// Where the graph is, fit for a message.
    public String location() {
        return graph.location();
    }

    /// Reads log exports into the graph and ties what they saw of the same things. What cannot be
    /// read is told in the report; the rest is in the graph. When the listener ends it, tying is
    /// left to whoever works on with the graph.
    public IngestReport ingest(List<Path> paths, IngestListener progress) {
        return ingest(paths, progress, LinkListener.silent());
    }

    /// As [#ingest(List, IngestListener)], telling also how far tying is.
    public IngestReport ingest(List<Path> paths, IngestListener progress, LinkListener linking) {
        return ingest(paths, sink -> new Ingestion(sink, progress), progress, linking);
    }

    /// Like [#ingest], but of Windows event logs also records that they hold no more and whose
    /// bytes still stand in their files; these events are marked `recovered`.
    public IngestReport ingestRecovering(
            List<Path> paths, IngestListener progress, LinkListener linking) {
        return ingest(paths, sink -> new Ingestion(sink, progress).recovering(), progress, linking);
    }

    private IngestReport ingest(
            List<Path> paths,
            Function<EventSink, Ingestion> into,
            IngestListener progress,
            LinkListener linking) {
        List<Path> absolute =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        IngestReport report = new GraphIngest(graph, into, progress::building).ingest(absolute);
        if (!report.wasCancelled()) {
            catalogue.detector().linkWhenDue(linking);
        }
        return report;
    }

    /// Until this is closed the end of the process leaves the graph open, for a minute at most: for
    /// work that ends at a safe point of its own when it is asked to.
    public InvestigationGraph.Hold keepOpen() {
        return graph.hold();
    }

    /// Takes the import of a file back, with what was inferred from it: the graph is as if it had
    /// never read the file. Alerts that stood on it are marked withdrawn. Bytes that were read
    /// under another name as well, such as a folder and the zip of it, stay.
    ///
    /// @param file the path it was read from (of an archive: all its members), or its SHA-256, then
    ///   whatever its names are; else [InvestigationException.Kind#UNKNOWN_FILE]
    public TakenBack undo(String file) {
        TakenBack undone = imports.undo(file);
        catalogue.detector().link();
        return undone;
    }

    /// Copies what comes over standard input to the graph's `evidence` folder, to be ingested from
    /// there and read back later.
    public Path keep(InputStream standardInput) {
        return StandardInput.keep(standardInput, folder.resolve("evidence"));
    }

    /// The ledgers of all files that were ingested, by name.
    public List<Ledger> ledgers() {
        return graph.ledgers();
    }

    /// What became of each file that was ingested, by name.
    public List<FileAccount> files() {
        return imports.accounts();
    }

    /// The first records of a file that were rejected, at most [#REJECT_LIMIT], with their text
    /// read back from the file.
    public List<RejectedRecord> rejects(String sha256) {
        return imports.rejects(sha256, REJECT_LIMIT);
    }

    /// How much the graph holds now; quick, to see whether something was added since.
    public Pulse pulse() {
        Row row = read.rows("pulse", Map.of()).getFirst();
        return new Pulse(row.number("alerts"), row.number("files"));
    }

    /// When the newest event happened; empty while there is none.
    public Optional<Instant> newestEvent() {
        return catalogue.detector().newestEvent();
    }

    /// Every detection and whether it can work on this graph.
    public List<RuleState> rules() {
        return catalogue.rules();
    }

    /// The analyst's own detections, each with what its examples give.
    public List<OwnRule> ownRules() {
        return rules().stream()
                .filter(rule -> workbench.isOwn(rule.rule()))
                .map(rule -> new OwnRule(rule, checked(rule), isPackaged(rule.rule())))
                .toList();
    }

    private RuleCheck checked(RuleState rule) {
        return rule.state() == RuleState.State.REFUSED
                ? new RuleCheck(rule.reasons(), rule.line(), List.of())
                : workbench.check(catalogue.library().file("detections", rule.rule()));
    }

    private static boolean isPackaged(String rule) {
        return CypherLibrary.packaged().has("detections", rule);
    }

    /// Where an analyst's own rules are kept when no other folder is named.
    public static Path standardRules() {
        return UserData.folder().resolve("rules");
    }

    /// Where the analyst's own rules are written and tried.
    public Workbench workbench() {
        return workbench;
    }

    /// Puts a rule of the analyst's into their folder and into force, if it is in order and does
    /// what its examples say; otherwise nothing is written.
    public RuleCheck saveRule(String id, String text) {
        RuleCheck check = workbench.check(id, text);
        if (check.isInOrder()) {
            workbench.save(id, text);
            synchronized (trials) {
                catalogue = Catalogue.of(graph, OwnRules.in(rulesFolder));
            }
        }
        return check;
    }

    /// The newest runs of each detection, at most so many, by rule.
    public Map<String, List<RuleRun>> runs(int limit) {
        return read.rows("rule-runs", Map.of("limit", (long) limit)).stream()
                .map(RuleRun::of)
                .collect(Collectors.groupingBy(RuleRun::rule));
    }

    /// The file of a rule as it is in force; `""` for one that is not in this catalogue.
    public String ruleText(String ruleId) {
        CypherLibrary library = catalogue.library();
        if (!library.has("detections", ruleId)) {
            return "";
        }
        Path own = Path.of(library.file("detections", ruleId).source());
        try {
            return Files.isRegularFile(own)
                    ? Files.readString(own)
                    : CypherLibrary.packagedText("detections", ruleId).orElse("");
        } catch (IOException e) {
            throw InvestigationException.file("cannot read", own, e);
        }
    }

    /// What is missing from the logs that were read: holes in the numbers of records, silent
    /// stretches of a busy source.
    public List<Gap> gaps() {
        return catalogue.detector().gaps();
    }

    /// One detection of the catalogue.
    public RuleState rule(String id) {
        return rules().stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new InvestigationException(
                                InvestigationException.Kind.UNKNOWN_RULE,
                                "no rule is called " + id + "; `rules` lists them"));
    }

    /// What a rule says of itself: why, blind spots, false positives, triage and the rest of its
    /// head, in the order of its file; nothing for a rule that is not in this catalogue.
    public Map<String, String> describe(String ruleId) {
        Map<String, String> head = new LinkedHashMap<>();
        CypherLibrary library = catalogue.library();
        if (library.has("detections", ruleId)) {
            library.file("detections", ruleId)
                    .heads()
                    .forEach((key, value) -> head.put(key, value.value()));
        }
        return head;
    }

    /// Runs rules, all of the catalogue when none is named. One of the analyst's own that does not
    /// do what its examples say is refused; they are tried once for each text of it.
    public List<DetectionResult> detect(Collection<String> rules, DetectionRequest request) {
        return detect(rules, request, LinkListener.silent());
    }

    /// As [#detect(Collection, DetectionRequest)], telling how far tying is where an ingest left it
    /// to this call.
    public List<DetectionResult> detect(
            Collection<String> rules, DetectionRequest request, LinkListener linking) {
        catalogue.detector().linkWhenDue(linking);
        Catalogue tried = tried();
        tried.checkNamed(rules);
        return tried.detector().detect(rules, request);
    }

    /// One at a time, so that no rule that is saved meanwhile is lost.
    private Catalogue tried() {
        synchronized (trials) {
            catalogue = trials.tried(catalogue);
            return catalogue;
        }
    }

    /// Runs every detection at the time of the newest event.
    public List<DetectionResult> detectAll() {
        Instant now = newestEvent().orElse(Instant.EPOCH);
        return detect(List.of(), DetectionRequest.linked(now));
    }

    /// Begins to watch: reads logs as they arrive in folders, runs each detection by its schedule,
    /// and tells others of alerts. What changes in the folder of the analyst's own rules is taken
    /// up between two rounds. The watch is to be closed before this is.
    public Watch watch(WatchOrder order, InstantSource clock, WatchListener listener) {
        for (Path watched : order.folders()) {
            if (!Files.isDirectory(watched)) {
                throw new InvestigationException(
                        InvestigationException.Kind.UNKNOWN_PATH, watched + ": no such folder");
            }
        }
        tried();
        Watch.Tools tools =
                new Watch.Tools(
                        graph,
                        catalogue.library(),
                        new WatchedRules(
                                rulesFolder,
                                own -> trials.tried(Catalogue.of(graph, own)),
                                () -> catalogue,
                                now -> catalogue = now),
                        (file, progress) ->
                                new Ingestion(new GraphSink(graph), progress).ingest(List.of(file)),
                        GraphJson::line);
        return new Watch(order, tools, clock, listener);
    }

    /// Alerts of a status and a rule (null: of any), the most urgent first, then the newest.
    public List<Alert> alerts(@Nullable AlertStatus status, @Nullable String rule) {
        return alerts.list(status, rule);
    }

    /// What the queue shows of all alerts, the most urgent first, then the newest, handed over one
    /// by one as they are read.
    public void queue(Consumer<AlertBrief> each) {
        alerts.briefs(Incidents.CHAIN, Incidents.TYING, each);
    }

    /// The incidents of alerts that [#queue] told, each alert in one of them, in the order in which
    /// the alerts name them first.
    public List<Incident> incidents(List<AlertBrief> told) {
        return Incidents.of(told, alerts::records);
    }

    /// How many alerts have a status.
    public long countAlerts(AlertStatus status) {
        return alerts.count(status);
    }

    /// Alerts with every word of a text in their title, their id or a node of their case, the most
    /// urgent first: for a search box.
    public List<Alert> searchAlerts(String text, int limit, Cancellation cancellation) {
        return alerts.with(text, limit, cancellation);
    }

    /// An alert by its id, or the beginning of one, with what it tells. Its graph is the case as
    /// the rule found it; a session in it has its host and account beside it in any case.
    public AlertStory alert(String id) {
        Alert alert = alerts.one(id);
        List<NodeRef> refs =
                alert.nodes().stream().flatMap(ref -> NodeRef.parse(ref).stream()).toList();
        Subgraph found =
                new Subgraph(read.nodes(refs), List.of())
                        .plus(read.relationships(alert.relationships()));
        List<String> sessions =
                refs.stream()
                        .filter(ref -> ref.label().equals("PowerShellSession"))
                        .map(NodeRef::key)
                        .toList();
        Subgraph around = Read.subgraph(read.rowsFor("sessions", Map.of("keys", sessions)));
        return Storyteller.tell(alert, found.plus(around), read);
    }

    /// Why an alert should be believed, and what speaks against it.
    public AlertArgument argument(AlertStory story) {
        String id = story.alert().rule();
        RuleState rule =
                rules().stream()
                        .filter(each -> each.rule().equals(id))
                        .findFirst()
                        .orElseGet(() -> RuleState.unknown(id));
        return new Advocate(story, read).argue(rule, describe(id));
    }

    /// Which step of a rule kept the entity that a text names out of its alerts.
    public WhyNot whyNot(String ruleId, String entity) {
        catalogue.detector().linkWhenDue();
        return catalogue
                .detector()
                .whyNot(
                        rule(ruleId).rule(),
                        find(entity).ref(),
                        DetectionRequest.linked(Instant.now()));
    }

    /// Changes what is said of an alert: status, owner, note.
    public Alert change(String alertId, AlertChange change) {
        return alerts.change(alertId, change);
    }

    /// Changes what is said of many alerts, all or none of them, and returns them as they are then.
    public List<Alert> change(List<String> alertIds, AlertChange change) {
        return alerts.change(alertIds, change);
    }

    /// The suppressions there ever were, the latest to end first.
    public List<Suppression> suppressions() {
        return suppressions.list();
    }

    /// Keeps alerts of a rule out of the queue until a time: all, or those with an entity.
    ///
    /// @param entity as [#find] takes it; null for all
    public Suppression suppress(
            String ruleId, @Nullable String entity, Instant until, String note) {
        NodeRef about = entity == null ? null : find(entity).ref();
        return suppressions.suppress(rule(ruleId).rule(), about, until, note, Instant.now());
    }

    /// Ends a suppression now; what it hides is open again.
    public Suppression lift(String suppressionId) {
        return suppressions.lift(suppressionId, Instant.now());
    }

    /// The node that a text names: `Label:key`, or `key` when one node alone has it; otherwise
    /// [InvestigationException.Kind#UNKNOWN_NODE] or `AMBIGUOUS_NODE`, with candidates.
    public Node find(String text) {
        return nodes.named(text);
    }

    /// Entities whose key or names a text is, begins or is in, whatever its case: for a search box.
    /// What somebody pasted (an address, a principal, an id, `DOMAIN\name`) is found by its key.
    public SearchResult search(String text, int limit, Cancellation cancellation) {
        return search.entities(text, limit, cancellation);
    }

    /// As [#search], of whole keys and beginnings of keys only: it answers at once.
    public SearchResult searchKeys(String text, int limit, Cancellation cancellation) {
        return search.keys(text, limit, cancellation);
    }

    /// Commands and processes whose line holds every word of a text.
    public CommandResult searchCommands(String text, int limit, Cancellation cancellation) {
        return search.commands(text, limit, cancellation);
    }

    /// What people call nodes, as far as they are still there.
    public Map<NodeRef, String> names(Collection<NodeRef> refs) {
        return nodes.names(refs);
    }

    /// A node as it stands now; [InvestigationException.Kind#UNKNOWN_NODE] when it is gone.
    public Node node(NodeRef ref) {
        return nodes.at(ref);
    }

    /// The pivots that lead somewhere from a node.
    public List<PivotOffer> pivots(NodeRef from) {
        return pivots.from(from, null);
    }

    /// The pivots that lead somewhere from a node, with how many results of each are in a time.
    public List<PivotOffer> pivots(NodeRef from, TimeRange time) {
        return pivots.from(from, time);
    }

    /// What readies the store for the questions that are likely to come next, the likeliest first:
    /// each costs a fraction of a second, changes nothing, and can be given up or left out.
    ///
    /// @param shown the nodes that the questions will be asked about
    /// @param time that menus are counted for
    /// @param limit of the pivots
    public List<Runnable> ahead(Collection<NodeRef> shown, TimeRange time, int limit) {
        return plans.of(shown, time, limit).stream()
                .<Runnable>map(question -> () -> graph.read(question))
                .toList();
    }

    /// As [#ahead(Collection, TimeRange, int)], for what is typed into a search box.
    public List<Runnable> aheadOfSearch() {
        return plans.ofSearch(search).stream()
                .<Runnable>map(question -> () -> graph.read(question))
                .toList();
    }

    /// A few nodes of each kind that pivots start at, to look [#ahead] with.
    public List<NodeRef> examples() {
        return plans.examples();
    }

    /// What a pivot that was offered gives: the `limit` most unusual results. Nothing is counted
    /// again: there are as many as the offer says.
    public Neighbourhood pivot(NodeRef from, PivotOffer offer, int limit) {
        return pivots.follow(from, offer, limit);
    }

    /// What a pivot gives from a node: the `limit` most unusual results.
    public Neighbourhood pivot(NodeRef from, String pivotId, int limit) {
        return pivot(from, pivotId, PivotOrder.UNUSUAL, limit);
    }

    /// What a pivot gives from a node: the first `limit` results in an order.
    public Neighbourhood pivot(NodeRef from, String pivotId, PivotOrder order, int limit) {
        return pivots.run(from, pivotId, order, limit);
    }

    /// The shortest paths between two nodes, whichever way their relationships point.
    ///
    /// ```java
    /// investigation.paths(caller, command, PathSearch.shortest(10));
    /// ```
    public FoundPaths paths(NodeRef from, NodeRef to, PathSearch search) {
        return paths.between(nodes.at(from), nodes.at(to), search);
    }

    /// Types of relationships that a path may go over, by name: what logs saw and links concluded.
    public Set<String> pathTypes() {
        return paths.types();
    }

    /// A node with what stands directly beside it, one relationship of each type to each neighbour,
    /// the newest first.
    public Neighbourhood neighbourhood(NodeRef of, int limit) {
        Node centre = nodes.at(of);
        List<Row> rows = read.rows(questions.around(of));
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Subgraph around = new Subgraph(List.of(centre), List.of()).plus(Read.subgraph(shown));
        return new Neighbourhood(around, shown.size(), rows.size());
    }

    /// When what is shown happened: its own events, and those that its operations are made of, its
    /// sessions ran and its lines stand for; with what the logs have no records of.
    public Timeline timeline(Subgraph shown) {
        return Moments.of(shown, MomentRows.of(shown, read), gaps());
    }

    /// How many neighbours a node has, by type; quick also for a node with a million of them.
    public Neighbours neighbours(NodeRef of) {
        List<Neighbours.Count> counts =
                read.rows(questions.neighbours(of)).stream()
                        .map(row ->
                                new Neighbours.Count(
                                        row.text("type"),
                                        Boolean.TRUE.equals(row.get("outgoing")),
                                        row.text("label"),
                                        row.number("neighbours"),
                                        row.number("relationships")))
                        .toList();
        long counted = counts.stream().mapToLong(Neighbours.Count::relationships).sum();
        return new Neighbours(counts, counted <= Neighbours.COUNTED);
    }

    /// Alerts about a node, under any of its keys, and those whose case it belongs to: the newest
    /// first, at most so many.
    public List<Alert> alertsOn(NodeRef node, int limit) {
        return read.rows(questions.alerts(node, limit)).stream()
                .map(row -> alerts.of((Node) Objects.requireNonNull(row.get("alert"))))
                .toList();
    }

    /// The raw records behind a node (`Label:key`, or `key`) or a relationship (`TYPE:id`), read
    /// back from the original files, at most [#EVIDENCE_LIMIT]. A node without evidence of its own
    /// gives that of the events that name it, earliest first.
    public List<EvidenceRecord> evidence(String ref) {
        return evidence(ref, EVIDENCE_LIMIT).records();
    }

    /// As [#evidence(String)], the first `limit` records.
    public RawRecords evidence(String ref, int limit) {
        Subgraph relationship = read.relationships(List.of(ref));
        EvidenceOf.Pointers found =
                relationship.relationships().isEmpty()
                        ? EvidenceOf.node(nodes.named(ref), limit, questions, read)
                        : EvidenceOf.Pointers.all(
                                EvidenceOf.subgraph(relationship, read)
                                        .relationship(relationship.relationships().getFirst()));
        List<Evidence> first = found.first(limit);
        return new RawRecords(
                EvidenceReader.read(first, EvidenceOf.sources(first, read)),
                first.size() < found.pointers().size(),
                found.more());
    }

    /// Reads with an analyst's own Cypher: read-only, at most [#QUERY_ROWS] rows and [#QUERY_TIME].
    public Result query(String text) {
        return query(text, Cancellation.current());
    }

    /// As [#query(String)]; another thread may give it up.
    public Result query(String text, Cancellation cancellation) {
        return AnalystQuery.run(graph, text, cancellation);
    }

    /// The nodes and relationships in some rows, at most `limit` of them, as a part of the graph.
    public Subgraph graphOf(Collection<Row> rows, int limit) {
        return new RowGraph(read, limit).of(rows);
    }

    /// What was last asked of the graph to answer the calls above.
    public Journal journal() {
        return journal;
    }

    /// The words that a query can be made of.
    public Vocabulary vocabulary() {
        return new Vocabulary(catalogue.library());
    }

    /// What a query names that the graph does not know, a sentence each: misspelt labels and types
    /// match nothing and raise no error.
    public List<String> unknownNames(String text) {
        return AnalystQuery.unknownNames(graph, text);
    }

    /// Names of the formats that [#export] writes.
    public List<String> formats() {
        return exports.names();
    }

    /// Writes a part of the graph with the events behind it and their raw records.
    ///
    /// @return the digest of what was written: that of a graph that holds it and nothing else
    public String export(Subgraph subgraph, String format, OutputStream to) {
        return exports.write(subgraph, format, to);
    }

    /// As [#export(Subgraph, String, OutputStream)], to a file: it has all of it or is as it was.
    public String export(Subgraph subgraph, String format, Path file) {
        return exports.write(subgraph, format, file);
    }

    /// See [InvestigationGraph#digest()].
    public String digest() {
        return graph.digest();
    }

    @Override
    public void close() {
        workbench.close();
        graph.close();
    }
}
