package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.List;

/// Says which published rules cannot match what a subscription sends.
@AutoService(PostProcessor.class)
public final class Encodings implements PostProcessor {

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        return rows.stream().map(Encodings::warned).toList();
    }

    private static Row warned(Row row) {
        boolean upper = row.number("upperCaseOperations") > 0;
        boolean mixed = row.number("mixedCaseOperations") > 0;
        List<String> warnings = new ArrayList<>();
        if (upper) {
            warnings.add(
                    row.number("upperCaseOperations")
                            + " records in capitals: `== \"Microsoft.Compute/virtualMachines/runCommand/action\"`"
                            + " of run-command-linked, run-command-script-files and run-command-azure-ip"
                            + " never matches them");
        }
        if (row.number("shortStatuses") > 0) {
            warnings.add(
                    row.number("shortStatuses")
                            + " records with Start, Accept, Success or Failure: `has \"Succeeded\"` of"
                            + " run-command-linked, run-command-script-files, run-command-volatile-scripts,"
                            + " run-command-azure-ip and run-command-infrequent never matches Success");
        }
        long without = row.number("Events") - row.number("legacyColumns");
        if (without > 0) {
            warnings.add(
                    without
                            + " records without OperationName: run-command-spike reads it and never"
                            + " matches them");
        }
        return row.with("warnings", warnings)
                .with("encodings", (upper ? 1L : 0L) + (mixed ? 1L : 0L));
    }
}
