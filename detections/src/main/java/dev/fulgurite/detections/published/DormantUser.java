package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;

/// "Dormant user update MFA and logs in".
@AutoService(PublishedQuery.class)
public final class DormantUser implements PublishedQuery {

    @Override
    public List<String> columns() {
        return DormantUsers.COLUMNS;
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Directory directory = new Directory(new Tables(source), settings);
        Table signIns = directory.signInsOf("SigninLogs");
        return DormantUsers.answer(
                directory.changes(),
                Directory.succeeded(directory.within(signIns)),
                "UserId !in (active_users)",
                directory.active(signIns, "UserId"));
    }
}
