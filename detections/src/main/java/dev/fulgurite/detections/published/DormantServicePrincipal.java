package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// "Dormant service principal update creds and logs in": it looks for the sign-in in the log of
/// users, at any time of the range.
@AutoService(PublishedQuery.class)
public final class DormantServicePrincipal implements PublishedQuery {

    private static final Set<String> OPERATIONS =
            Set.of(
                    "Add service principal credentials",
                    "Update application - Certificates and secrets management");

    private static final String PRINCIPAL = "ServicePrincipalId";

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(Directory.CHANGE);
        columns.add(PRINCIPAL);
        for (String column : Directory.SIGN_IN) {
            columns.add(columns.contains(column) ? column + "1" : column);
        }
        columns.add("AccountCustomEntity");
        columns.add("IPCustomEntity");
        return List.copyOf(columns);
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Directory directory = new Directory(new Tables(source), settings);
        Set<String> active =
                directory.active(directory.signInsOf("AADServicePrincipalSignInLogs"), PRINCIPAL);
        Table changed =
                directory
                        .changes()
                        .where(
                                "OperationName in (\"Add service principal credentials\", …)",
                                "OperationName",
                                row -> OPERATIONS.contains(row.text("OperationName")))
                        .extend(PRINCIPAL, row -> Directory.target(row, "id"))
                        .where(
                                "ServicePrincipalId !in (sp_active)",
                                PRINCIPAL,
                                row -> !active.contains(row.text(PRINCIPAL)))
                        .rename(Tables.EVENT, "$change");
        Table signIns = Directory.succeeded(directory.within(directory.signInsOf("SigninLogs")));
        Table used =
                changed.join(JoinKind.INNER, signIns, PRINCIPAL)
                        .extend("AccountCustomEntity", row -> row.get(PRINCIPAL))
                        .extend("IPCustomEntity", row -> row.get("IPAddress"))
                        .extend(
                                Answer.BECAUSE,
                                row ->
                                        Directory.because(
                                                time(row.time("TimeGenerated")),
                                                time(row.time("TimeGenerated1"))));
        return TableAnswer.of(used.project(Columns.of(columns(), Answer.BECAUSE)), PRINCIPAL);
    }

    private static Instant time(@Nullable Instant at) {
        return Objects.requireNonNull(at, "an event without a time");
    }
}
