package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a text that somebody pasted could be the name of, under the keys that reading a log gives:
/// an address, a principal, an id, `DOMAIN\name`, a SID, a machine, a resource id.
public final class EntityNames {

    private EntityNames() {}

    /// The entities, in no order; most of them will not be in the graph.
    public static List<NodeRef> of(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        List<@Nullable Entity> named = new ArrayList<>();
        named.add(Entities.ipAddress(text));
        named.addAll(Entities.callers(new CallerIdentity("", text, "")));
        named.add(Entities.host(new HostIdentity("", text)));
        named.add(Entities.host(new HostIdentity(text, "")));
        named.add(account(text, lower));
        named.add(Entities.command(text));
        named.add(Entities.virtualMachine(lower));
        named.add(Entities.subscription(subscription(lower)));
        return named.stream().filter(Objects::nonNull).map(Entity::ref).distinct().toList();
    }

    private static Entity account(String text, String lower) {
        boolean sid = lower.startsWith("s-1-");
        return Entities.account(sid ? sid(text) : name(text));
    }

    private static AccountIdentity sid(String text) {
        return new AccountIdentity(text, "", "");
    }

    private static AccountIdentity name(String text) {
        return new AccountIdentity("", "", text);
    }

    /// The id itself, or the one that a resource id names.
    private static String subscription(String lower) {
        String within = Entities.segment(lower, "/subscriptions/");
        return within.isEmpty() ? lower : within;
    }
}
