package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.picture.Layout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One text for all that a canvas holds, hashed.
final class CanvasDigest {

    private final StringBuilder text = new StringBuilder();

    private CanvasDigest() {}

    static String of(Content content) {
        CanvasDigest digest = new CanvasDigest();
        digest.graph(content);
        content.layout().cards().forEach(digest::card);
        digest.say("columns", content.layout().columns());
        digest.say("spacing", content.layout().spacing());
        digest.marks(content.marks());
        try {
            byte[] bytes = digest.text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }

    private void graph(Content content) {
        say("nodes", new TreeSet<>(Content.refs(content.graph())));
        say("lines", lines(content.graph().relationships()));
        say("members", new TreeSet<>(content.members()));
        content.cuts().forEach((walk, cut) -> say("cut", walk + " " + cut));
        content.waiting()
                .forEach((title, what) -> {
                    say("waiting " + title, what.nodes().stream().map(Node::ref).toList());
                    say("waiting lines", lines(what.relationships()));
                });
    }

    private static SortedSet<String> lines(List<Relationship> relationships) {
        SortedSet<String> lines = new TreeSet<>();
        relationships.forEach(one -> lines.add(one.ref()));
        return lines;
    }

    private void card(Layout.Placed placed) {
        List<NodeRef> nodes = placed.card().nodes().stream().map(Node::ref).toList();
        say("card " + placed.card().id(), nodes);
        say("at", placed.rank() + " " + placed.x() + " " + placed.y());
        say("stack", placed.card().isStack());
    }

    private void marks(Marks marks) {
        say("hidden", new TreeSet<>(marks.hidden()));
        say("pinned", new TreeSet<>(marks.pinned()));
        new TreeMap<>(marks.folded()).forEach((n, set) -> say("fold " + n, new TreeSet<>(set)));
        new TreeMap<>(marks.tags()).forEach((n, set) -> say("tags " + n, new TreeSet<>(set)));
        say("notes", new TreeMap<>(marks.notes()));
    }

    private void say(String what, Object value) {
        text.append(what).append(' ').append(value).append('\n');
    }
}
