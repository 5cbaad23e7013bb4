package dev.fulgurite.cli;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.TakenBack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ingest`: log exports into the graph, and the ledger of each file.
@Command(
        name = "ingest",
        description = "Read log exports into the graph; prints what became of each file's records.",
        footer = {
            "",
            "Example:  fulgurite ingest exports/ DeviceEvents.json.gz",
            "          zcat activity.jsonl.gz | fulgurite ingest -",
            "          fulgurite ingest --undo exports/wrong-tenant.csv"
        })
final class IngestCommand implements Callable<Integer> {

    private final Console console;
    private final Interruption interruption;

    @Mixin private final GraphOption graph;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "Files, folders, zip or gz archives; - is standard input. Recognised by content.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--strict", description = "End with code 3 when a record was rejected.")
    private boolean strict;

    @Option(
            names = "--recover",
            description =
                    "Of Windows event logs (EVTX), also read records that they hold no more and"
                            + " whose bytes still stand in the file; marked as recovered.")
    private boolean recover;

    @Option(names = "--json", description = "One JSON object a file.")
    private boolean json;

    @Option(
            names = "--undo",
            paramLabel = "FILE|SHA256",
            description =
                    "Take the import of a file back; of an archive, of all its members. The graph is then as if it had never been read; bytes that were read under another name as well stay.")
    private @Nullable String undo;

    @Spec private @Nullable CommandSpec spec;

    IngestCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        if (paths.isEmpty() == (undo == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "give paths to read, or --undo with the file whose import is to be taken back");
        }
        return undo == null ? ingest() : undo(undo);
    }

    private int undo(String file) {
        try (Investigation investigation = Investigation.open(graph.existing())) {
            TakenBack back = investigation.undo(file);
            List<Ledger> undone = back.files();
            if (json) {
                undone.forEach(ledger -> console.json(object(ledger)));
            } else {
                table(undone).print(console);
                console.note(
                        "taken back: " + undone.size() + (undone.size() == 1 ? " file" : " files"));
            }
            for (TakenBack.Kept kept : back.kept()) {
                console.note(
                        kept.name()
                                + ": the same bytes were read from "
                                + kept.other()
                                + " as well and stay; --undo "
                                + kept.sha256()
                                + " takes them back");
            }
            return Exit.DONE;
        }
    }

    private int ingest() {
        try (Investigation investigation = Investigation.open(graph.location());
                var _ = investigation.keepOpen()) {
            interruption.heed();
            List<Path> files = new ArrayList<>();
            for (String path : paths) {
                files.add(path.equals("-") ? investigation.keep(console.in()) : Path.of(path));
            }
            Progress progress = new Progress(console, interruption::asked);
            IngestReport report =
                    recover
                            ? investigation.ingestRecovering(files, progress, progress)
                            : investigation.ingest(files, progress, progress);
            print(report);
            if (interruption.asked()) {
                console.note(
                        "stopped: what is stored stays, and the same command goes on from there");
                return exit(report);
            }
            int gaps = investigation.gaps().size();
            if (gaps > 0) {
                console.note(
                        "gaps in the logs: " + gaps + "; `fulgurite rules` says what is missing");
            }
            return exit(report);
        }
    }

    private void print(IngestReport report) {
        if (json) {
            report.files().forEach(ledger -> console.json(object(ledger)));
        } else {
            table(report.files()).print(console);
            report.files().stream().filter(ledger -> ledger.rejected() > 0).forEach(this::rejects);
        }
        report.files()
                .forEach(ledger ->
                        ledger.warnings()
                                .forEach(warning -> console.note(ledger.name() + ": " + warning)));
        report.notes().forEach(console::note);
        report.problems()
                .forEach(problem ->
                        console.note("fulgurite: " + problem.path() + ": " + problem.reason()));
    }

    static Table table(List<Ledger> ledgers) {
        Table table =
                new Table(
                        "READ",
                        "STORED",
                        "DUPLICATE",
                        "OUT OF SCOPE",
                        "REJECTED",
                        "FORMAT",
                        "FILE");
        for (Ledger ledger : ledgers) {
            String reason = ledger.reason().isEmpty() ? "" : "  (" + ledger.reason() + ")";
            table.row(
                    ledger.read(),
                    ledger.stored(),
                    ledger.duplicate(),
                    ledger.outOfScope(),
                    ledger.rejected(),
                    ledger.format(),
                    ledger.name() + reason);
        }
        return table;
    }

    private void rejects(Ledger ledger) {
        ledger.rejects()
                .forEach(reject ->
                        console.note(
                                ledger.name()
                                        + (reject.line() > 0 ? ":" + reject.line() : "")
                                        + ": rejected: "
                                        + reject.reason()));
        long untold = ledger.rejected() - ledger.rejects().size();
        if (untold > 0) {
            console.note(ledger.name() + ": " + untold + " more records were rejected");
        }
    }

    private static Map<String, @Nullable Object> object(Ledger ledger) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", ledger.name());
        object.put("sha256", ledger.sha256());
        object.put("archive", ledger.archive());
        object.put("format", ledger.format());
        object.put("tables", ledger.tables());
        object.put("read", ledger.read());
        object.put("stored", ledger.stored());
        object.put("duplicate", ledger.duplicate());
        object.put("outOfScope", ledger.outOfScope());
        object.put("rejected", ledger.rejected());
        object.put("reason", ledger.reason());
        object.put("rejects", ledger.rejects().stream().map(IngestCommand::object).toList());
        object.put("warnings", ledger.warnings());
        return object;
    }

    private static Map<String, @Nullable Object> object(Ledger.Reject reject) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("record", reject.record());
        object.put("line", reject.line());
        object.put("offset", reject.offset());
        object.put("reason", reject.reason());
        return object;
    }

    private int exit(IngestReport report) {
        int code = Exit.DONE;
        for (IngestReport.Problem problem : report.problems()) {
            boolean missing = problem.kind() == IngestReport.Kind.MISSING;
            code = Exit.of(code, missing ? Exit.WRONG_USAGE : Exit.FAILED);
        }
        boolean rejected = report.files().stream().anyMatch(ledger -> ledger.rejected() > 0);
        return Exit.of(code, strict && rejected ? Exit.FOUND : Exit.DONE);
    }
}
