package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// "Dormant user update MFA and logs in – UEBA": it looks for ids in a list of names, and so leaves
/// nobody out.
@AutoService(PublishedQuery.class)
public final class DormantUserByBehavior implements PublishedQuery {

    @Override
    public List<String> columns() {
        return DormantUsers.COLUMNS;
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Directory directory = new Directory(tables, settings);
        Table recent =
                Ago.of(settings, "1d").before(directory.signInsOf("SigninLogs"), "TimeGenerated");
        return DormantUsers.answer(
                directory.changes(),
                Directory.succeeded(recent),
                "UserId !in (active_users), which are names",
                activeNames(tables));
    }

    private static Set<String> activeNames(Tables tables) {
        return tables
                .read("BehaviorAnalytics", "TimeGenerated", "UserPrincipalName", "UsersInsights")
                .rows()
                .stream()
                .filter(row ->
                        Dynamic.text(
                                        Dynamic.member(
                                                Dynamic.parse(row.text("UsersInsights")),
                                                "IsDormantAccount"))
                                .isEmpty())
                .map(row -> row.text("UserPrincipalName"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
