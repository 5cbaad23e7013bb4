package dev.fulgurite.detections.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The order in which links run: each after those it needs, else by id.
final class LinkOrder {

    private final Map<String, LinkFile> byId = new TreeMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private final List<LinkFile> ordered = new ArrayList<>();

    private LinkOrder(List<LinkFile> files) {
        files.forEach(file -> byId.put(file.id(), file));
    }

    static List<LinkFile> of(List<LinkFile> files) {
        LinkOrder order = new LinkOrder(files);
        order.byId.values().forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(LinkFile file) {
        if (ordered.contains(file)) {
            return;
        }
        if (!begun.add(file.id())) {
            throw file.file().refused(1, "needs itself by way of " + begun);
        }
        for (String id : file.needs()) {
            LinkFile needed = byId.get(id);
            if (needed == null) {
                throw file.file().refused(1, "needs a link that is not there: " + id);
            }
            visit(needed);
        }
        ordered.add(file);
    }
}
