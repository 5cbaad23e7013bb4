package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.MANY;
import static dev.fulgurite.detections.kql.Aggregate.makeSet;
import static dev.fulgurite.detections.kql.Aggregate.max;

import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the two queries about dormant users that register for MFA share: registrations of users who
/// are not in a list, joined with what their sign-ins have, each of it on its own.
final class DormantUsers {

    static final List<String> COLUMNS =
            List.of(
                    "TimeGenerated",
                    "TargetUser",
                    "OperationName",
                    "ResultDescription",
                    "MostRecentLogon",
                    "LogonUserAgent",
                    "LogonLocation",
                    "LogonIP",
                    "Result",
                    "TargetResources",
                    "InitiatedBy",
                    "Category",
                    "CorrelationId",
                    "UserId",
                    "UserPrincipalName",
                    "UserId1",
                    "set_IPAddress",
                    "set_UserAgent",
                    "set_LocationDetails",
                    "AccountCustomEntity",
                    "IPCustomEntity");

    private DormantUsers() {}

    static Answer answer(Table changes, Table signIns, String notActive, Set<String> active) {
        Table registered =
                changes.where(
                                "OperationName =~ \"User registered security info\"",
                                "OperationName",
                                row ->
                                        Strings.equalsFolded(
                                                row.text("OperationName"),
                                                "User registered security info"))
                        .extend(
                                "TargetUser",
                                row -> Strings.lower(Directory.target(row, "userPrincipalName")))
                        .extend("UserId", row -> Directory.target(row, "id"))
                        .where(notActive, "UserId", row -> !active.contains(row.text("UserId")));
        Table logons =
                signIns.summarize(
                        List.of("UserPrincipalName", "UserId"),
                        max("TimeGenerated").as("MostRecentLogon"),
                        makeSet("IPAddress", MANY),
                        makeSet("UserAgent", MANY),
                        makeSet("LocationDetails", MANY));
        Table used =
                registered
                        .join(JoinKind.INNER, logons, "UserId")
                        .extend("LogonLocation", row -> first(row.get("set_LocationDetails")))
                        .extend("LogonUserAgent", row -> first(row.get("set_UserAgent")))
                        .extend("LogonIP", row -> first(row.get("set_IPAddress")))
                        .extend("AccountCustomEntity", row -> row.get("TargetUser"))
                        .extend("IPCustomEntity", row -> row.get("LogonIP"))
                        .extend(
                                Answer.BECAUSE,
                                row ->
                                        Directory.because(
                                                time(row.time("TimeGenerated")),
                                                time(row.time("MostRecentLogon"))));
        return TableAnswer.of(
                used.project(Columns.of(COLUMNS, Answer.BECAUSE)), "TargetUser", "UserId");
    }

    private static String first(@Nullable Object set) {
        return Dynamic.text(Dynamic.element(set, 0));
    }

    private static Instant time(@Nullable Instant at) {
        return Objects.requireNonNull(at, "an event without a time");
    }
}
