package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// An identity signed in to the directory, or tried to.
///
/// @param ipAddress as written; `""` when the record does not say
/// @param appId of the application signed in to, or of the one that signed in; lower case
/// @param risky whether the directory saw a risk in it
public record SignIn(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        CallerIdentity caller,
        String ipAddress,
        String appId,
        boolean succeeded,
        boolean risky)
        implements Event {}
