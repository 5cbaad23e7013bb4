package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// A BehaviorAnalytics record: what somebody did, and how unusual that was.
///
/// @param ipAddress as written; `""` when the record does not say
/// @param uncommon whether the identity seldom does this
/// @param dormant whether the identity had been quiet for long
public record BehaviorAnomaly(
        String id,
        Instant at,
        Map<String, Object> columns,
        CallerIdentity caller,
        String ipAddress,
        boolean uncommon,
        boolean dormant)
        implements Event {

    public static final String TABLE = "BehaviorAnalytics";

    @Override
    public String table() {
        return TABLE;
    }
}
