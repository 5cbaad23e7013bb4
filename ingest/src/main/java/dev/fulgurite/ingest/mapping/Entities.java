package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The graph's entities and their keys, each computed from what one record says.
final class Entities {

    private static final Pattern GUID =
            Pattern.compile(
                    "\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");

    private static final List<String> MACHINES =
            List.of("/virtualmachines/", "/microsoft.hybridcompute/machines/");

    private Entities() {}

    /// The faces of a cloud identity: first the one that acts, by its name or else by its object
    /// id; then its object id, when the record says both. Under an object id stand the principal
    /// names it was seen with: they tie the two.
    static List<Entity> callers(CallerIdentity identity) {
        Entity named = caller(identity.name());
        Entity object = isGuid(identity.objectId()) ? caller(identity.objectId()) : null;
        if (object == null) {
            return named == null ? List.of() : List.of(named);
        }
        List<String> names = new ArrayList<>(named == null ? List.of() : named.names());
        if (named != null && !named.ref().equals(object.ref())) {
            return List.of(named, caller(object.ref(), names));
        }
        if (isTitle(identity.title())) {
            names.add(identity.title().strip());
        }
        return List.of(caller(object.ref(), names));
    }

    /// Anybody may choose a title: one that could pass for a principal name or an id is no name.
    private static boolean isTitle(String title) {
        return !title.isBlank() && title.indexOf('@') < 0 && !isGuid(lower(title));
    }

    /// One of two faces with equal keys, with the names of both.
    static Entity withNames(Entity one, Entity other) {
        Set<String> names = new TreeSet<>(one.names());
        names.addAll(other.names());
        return caller(one.ref(), List.copyOf(names));
    }

    /// `upn:`, `oid:` or `app:`; null for an empty name.
    private static @Nullable Entity caller(String written) {
        String name = lower(written);
        if (name.isEmpty()) {
            return null;
        }
        boolean guid = isGuid(name);
        String kind = name.indexOf('@') >= 0 ? "upn" : guid ? "oid" : "app";
        String shown = guid ? dashed(name) : name;
        return caller(ref("Caller", kind + ":" + shown), List.of(written.strip()));
    }

    private static Entity caller(NodeRef ref, List<String> names) {
        int colon = ref.key().indexOf(':');
        String kind = ref.key().substring(0, colon);
        String name = ref.key().substring(colon + 1);
        return new Entity(ref, Map.of("kind", kind, "name", name), names);
    }

    private static boolean isGuid(String text) {
        return text.length() >= 32 && text.length() <= 36 && GUID.matcher(text).matches();
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
                        ref("IpAddress", address),
                        Map.of("address", address, "version", address.indexOf(':') < 0 ? 4L : 6L),
                        List.of());
    }

    static @Nullable Entity subscription(String id) {
        return id.isEmpty() ? null : new Entity(ref("Subscription", id), Map.of(), List.of());
    }

    /// The machine that a lower-case resource id is, or is a part of; null when it has none. An
    /// instance of a scale set is one, and so is a machine that Azure Arc manages.
    static @Nullable Entity virtualMachine(String resourceId) {
        for (String machines : MACHINES) {
            int at = resourceId.indexOf(machines);
            if (at >= 0) {
                return virtualMachine(resourceId, at + machines.length());
            }
        }
        return null;
    }

    private static @Nullable Entity virtualMachine(String resourceId, int name) {
        int slash = resourceId.indexOf('/', name);
        int to = slash < 0 ? resourceId.length() : slash;
        if (to == name) {
            return null;
        }
        String id = resourceId.substring(0, to);
        return new Entity(
                ref("VirtualMachine", id),
                Map.of(
                        "name", resourceId.substring(name, to),
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
                ref("Operation", first + "|" + resourceId),
                Map.of("correlationId", correlationId, "resourceId", resourceId),
                List.of());
    }

    static Entity host(HostIdentity host) {
        String name = lower(host.name());
        String key =
                host.deviceId().isEmpty() ? "host:" + name : "device:" + lower(host.deviceId());
        return new Entity(ref("Host", key), Map.of(), name.isEmpty() ? List.of() : List.of(name));
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
                ref("Account", key), Map.of(), name.isEmpty() ? List.of() : List.of(full));
    }

    static Entity command(String written) {
        String name = lower(written);
        return new Entity(ref("Command", name), Map.of("name", name), List.of());
    }

    private static NodeRef ref(String label, String key) {
        return new NodeRef(label, Keys.bounded(key));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
