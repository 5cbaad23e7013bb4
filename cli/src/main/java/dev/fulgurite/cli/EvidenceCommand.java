package dev.fulgurite.cli;

import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.GraphJson;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.RawRecords;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence`: the raw records behind a node or relationship.
@Command(
        name = "evidence",
        description =
                "Print the raw log records behind a node or relationship, and re-check the files' hashes.",
        footer = {
            "",
            "Example:  fulgurite evidence Caller:upn:alice@contoso.com",
            "          fulgurite evidence EXECUTED:4f1c… --json",
            "Ends with code 1 when a file has changed or is gone."
        })
final class EvidenceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(
            paramLabel = "NODE|EDGE",
            description =
                    "Label:key, or key if one node has it; or the id of a relationship as --json prints it.")
    private String element = "";

    @Option(names = "--json", description = "One JSON object a record.")
    private boolean json;

    EvidenceCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        try (Investigation investigation = Investigation.open(graph.existing())) {
            RawRecords found = investigation.evidence(element, Investigation.EVIDENCE_LIMIT);
            List<EvidenceRecord> records = found.records();
            records.forEach(this::print);
            if (records.isEmpty()) {
                console.note("fulgurite: no log record stands behind " + element);
            }
            if (found.cut() || found.more()) {
                console.note(
                        "first "
                                + records.size()
                                + " records"
                                + (found.more()
                                        ? ", of the last "
                                                + Neighbourhood.LOOKED_AT
                                                + " links that were stored"
                                        : "")
                                + "; a pivot leads to fewer");
            }
            boolean intact =
                    records.stream().allMatch(record -> record.hash() == EvidenceRecord.Hash.OK);
            return intact ? Exit.DONE : Exit.FAILED;
        }
    }

    private void print(EvidenceRecord record) {
        if (json) {
            console.json(GraphJson.evidence(record));
            return;
        }
        String word =
                switch (record.hash()) {
                    case OK -> "unchanged since ingest";
                    case ALTERED -> "ALTERED since ingest: this is what stands there now";
                    case MISSING ->
                            "MISSING: the file, or this member of it, is not there any more";
                };
        console.line(
                record.place() + "  " + word + "  (SHA-256 at ingest " + record.sha256() + ")");
        console.line(record.raw());
        console.line("");
    }
}
