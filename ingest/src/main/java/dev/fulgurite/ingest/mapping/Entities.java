package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The graph's entities and their keys, each computed from what one record says.
final class Entities {

    private static final Pattern GUID =
            Pattern.compile(
                    "\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");

    private static final String MACHINES = "/virtualmachines/";

    private Entities() {}

    /// `upn:`, `oid:` or `app:`; null for an empty name.
    static @Nullable Entity caller(String written) {
        String name = lower(written);
        if (name.isEmpty()) {
            return null;
        }
        boolean guid = name.length() >= 32 && name.length() <= 36 && GUID.matcher(name).matches();
        String kind = name.indexOf('@') >= 0 ? "upn" : guid ? "oid" : "app";
        String shown = guid ? dashed(name) : name;
        return new Entity(
                new NodeRef("Caller", kind + ":" + shown),
                Map.of("kind", kind, "name", shown),
                List.of(written.strip()));
    }

    private static String dashed(String guid) {
        String bare = guid.replace("-", "");
        return String.join(
                "-",
                bare.substring(0, 8),
                bare.substring(8, 12),
                bare.substring(12, 16),
                bare.substring(16, 20),
                bare.substring(20));
    }

    /// Null when the text is no single address.
    static @Nullable Entity ipAddress(String written) {
        String address = IpText.canonical(written);
        return address.isEmpty()
                ? null
                : new Entity(
                        new NodeRef("IpAddress", address),
                        Map.of("address", address, "version", address.indexOf(':') < 0 ? 4L : 6L),
                        List.of());
    }

    static @Nullable Entity subscription(String id) {
        return id.isEmpty()
                ? null
                : new Entity(new NodeRef("Subscription", id), Map.of(), List.of());
    }

    /// The machine that a lower-case resource id is, or is a part of; null when it has none.
    static @Nullable Entity virtualMachine(String resourceId) {
        int at = resourceId.indexOf(MACHINES);
        int from = at + MACHINES.length();
        if (at < 0 || from == resourceId.length()) {
            return null;
        }
        int slash = resourceId.indexOf('/', from);
        int to = slash < 0 ? resourceId.length() : slash;
        if (to == from) {
            return null;
        }
        String id = resourceId.substring(0, to);
        return new Entity(
                new NodeRef("VirtualMachine", id),
                Map.of(
                        "name", resourceId.substring(from, to),
                        "resourceGroup", segment(id, "/resourcegroups/"),
                        "subscription", segment(id, "/subscriptions/")),
                List.of());
    }

    static String segment(String resourceId, String before) {
        int at = resourceId.indexOf(before);
        if (at < 0) {
            return "";
        }
        int from = at + before.length();
        int to = resourceId.indexOf('/', from);
        return resourceId.substring(from, to < 0 ? resourceId.length() : to);
    }

    /// All steps of an operation on one resource share it; without a correlation id a step stands
    /// alone, under its event's id.
    static Entity operation(String correlationId, String resourceId, String eventId) {
        String first = correlationId.isEmpty() ? eventId : correlationId;
        return new Entity(
                new NodeRef("Operation", first + "|" + resourceId),
                Map.of("correlationId", correlationId, "resourceId", resourceId),
                List.of());
    }

    static Entity host(HostIdentity host) {
        String name = lower(host.name());
        String key =
                host.deviceId().isEmpty() ? "host:" + name : "device:" + lower(host.deviceId());
        return new Entity(
                new NodeRef("Host", key), Map.of(), name.isEmpty() ? List.of() : List.of(name));
    }

    static Entity account(AccountIdentity account) {
        String name = lower(account.name());
        String domain = lower(account.domain());
        String full = domain.isEmpty() || name.indexOf('\\') >= 0 ? name : domain + "\\" + name;
        String key =
                !account.sid().isEmpty()
                        ? "sid:" + lower(account.sid())
                        : "name:" + (full.indexOf('\\') < 0 ? "\\" : "") + full;
        return new Entity(
                new NodeRef("Account", key), Map.of(), name.isEmpty() ? List.of() : List.of(full));
    }

    static Entity command(String written) {
        String name = lower(written);
        return new Entity(new NodeRef("Command", name), Map.of("name", name), List.of());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
