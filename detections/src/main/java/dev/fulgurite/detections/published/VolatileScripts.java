package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.dcount;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.util.List;

/// Callers whose files on a machine of that name are nearly all of other sizes.
@AutoService(PublishedQuery.class)
public final class VolatileScripts implements PublishedQuery {

    private static final String PERCENTAGE = "PercentageDifferent";
    private static final double MOST_ALIKE = 80;

    @Override
    public List<String> columns() {
        return List.of(
                "VirtualMachineName",
                "CallerIpAddress",
                "Caller",
                "StartTime",
                "EndTime",
                "count_",
                "dcount_FileSize",
                PERCENTAGE);
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table differing =
                ScriptFiles.of(RunCommands.exactly(RunCommands.activity(tables)), tables)
                        .summarize(
                                List.of("VirtualMachineName", "CallerIpAddress", "Caller"),
                                min("StartTime").as("StartTime"),
                                max("EndTime").as("EndTime"),
                                count(),
                                dcount("FileSize"))
                        .extend(
                                PERCENTAGE,
                                row -> real(row, "dcount_FileSize") / real(row, "count_") * 100)
                        .where(
                                PERCENTAGE + " > 80",
                                PERCENTAGE,
                                row -> real(row, PERCENTAGE) > MOST_ALIKE)
                        .where("count_ > 1", "count_", row -> real(row, "count_") > 1);
        return TableAnswer.of(differing, "VirtualMachineName", "Caller");
    }

    private static double real(TableRow row, String column) {
        Double value = row.real(column);
        return value == null ? Double.NaN : value;
    }
}
