package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasAction.Relayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An analyst who does anything at all, on a made-up estate with stacks of alike nodes, things
/// under several keys, and pivots that give more than is asked for.
final class RandomWork {

    private static final List<String> WORDS = List.of("seen", "odd", "ask Ana");

    private final Random random;
    private final Subgraph world;
    private final Map<Class<? extends CanvasAction>, Function<CanvasState, CanvasAction>> makers =
            new LinkedHashMap<>();

    RandomWork(Random random) {
        this.random = random;
        this.world = world();
        makers.put(CanvasAction.Bring.class, _ -> bring());
        makers.put(CanvasAction.BringNext.class, this::bringNext);
        makers.put(CanvasAction.WalkOn.class, this::walkOn);
        makers.put(CanvasAction.Move.class, this::move);
        makers.put(CanvasAction.Pin.class, now -> new CanvasAction.Pin(nodes(now, 3)));
        makers.put(CanvasAction.Unpin.class, now -> new CanvasAction.Unpin(now.marks().pinned()));
        makers.put(CanvasAction.Hide.class, now -> new CanvasAction.Hide(nodes(now, 4)));
        makers.put(CanvasAction.Unhide.class, this::unhide);
        makers.put(CanvasAction.Tag.class, now -> new CanvasAction.Tag(nodes(now, 3), word()));
        makers.put(CanvasAction.Untag.class, now -> new CanvasAction.Untag(nodes(now, 9), word()));
        makers.put(CanvasAction.Note.class, now -> new CanvasAction.Note(node(now), word()));
        makers.put(CanvasAction.Group.class, this::group);
        makers.put(CanvasAction.Ungroup.class, this::ungroup);
        makers.put(CanvasAction.Fold.class, now -> new CanvasAction.Fold(node(now)));
        makers.put(CanvasAction.Unfold.class, this::unfold);
        makers.put(
                CanvasAction.Relayout.class,
                _ -> new Relayout(pick(List.of(Relayout.Style.values()))));
    }

    /// What can be made here.
    Set<Class<? extends CanvasAction>> kinds() {
        return makers.keySet();
    }

    /// A story to begin with.
    CanvasState first() {
        return CanvasState.of(part(8 + random.nextInt(12)), 1000, 650);
    }

    CanvasAction next(CanvasState now) {
        return pick(List.copyOf(makers.values())).apply(now);
    }

    private CanvasAction bring() {
        return new CanvasAction.Bring("Found " + random.nextInt(3), part(random.nextInt(120)));
    }

    private CanvasAction bringNext(CanvasState now) {
        List<String> titles = List.copyOf(now.waiting().keySet());
        return titles.isEmpty() ? bring() : new CanvasAction.BringNext(pick(titles));
    }

    private CanvasAction walkOn(CanvasState now) {
        NodeRef from = node(now);
        List<Relationship> ways =
                world.relationships().stream()
                        .filter(one -> one.from().equals(from) || one.to().equals(from))
                        .toList();
        int limit = Math.min(ways.size(), 1 + random.nextInt(20));
        Set<NodeRef> ends = new HashSet<>();
        ways.subList(0, limit).forEach(one -> ends.addAll(Set.of(one.from(), one.to())));
        Subgraph found = new Subgraph(worldNodes(ends), ways.subList(0, limit));
        return new CanvasAction.WalkOn(
                new CanvasState.Walk(from, "around", "Around " + from),
                new Neighbourhood(found, limit, ways.size()));
    }

    private CanvasAction move(CanvasState now) {
        List<Placed> cards = now.layout().cards();
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < 1 + random.nextInt(3) && !cards.isEmpty(); i++) {
            moved.add(pick(cards).card().id());
        }
        return new CanvasAction.Move(
                moved, random.nextInt(800) - 400.0, random.nextInt(800) - 400.0);
    }

    private CanvasAction unhide(CanvasState now) {
        return new CanvasAction.Unhide(
                now.marks().hidden().stream()
                        .filter(_ -> random.nextBoolean())
                        .collect(Collectors.toSet()));
    }

    private CanvasAction group(CanvasState now) {
        String label = node(now).label();
        return new CanvasAction.Group(
                now.graph().nodes().stream()
                        .map(Node::ref)
                        .filter(ref -> ref.label().equals(label) && random.nextInt(4) > 0)
                        .collect(Collectors.toSet()));
    }

    private CanvasAction ungroup(CanvasState now) {
        List<Placed> stacks =
                now.layout().cards().stream().filter(p -> p.card().isStack()).toList();
        return stacks.isEmpty() ? group(now) : new CanvasAction.Ungroup(pick(stacks).card().id());
    }

    private CanvasAction unfold(CanvasState now) {
        List<NodeRef> folded = List.copyOf(now.marks().folded().keySet());
        return folded.isEmpty()
                ? new CanvasAction.Fold(node(now))
                : new CanvasAction.Unfold(pick(folded));
    }

    private NodeRef node(CanvasState now) {
        List<Node> nodes = now.graph().nodes();
        return (nodes.isEmpty() ? pick(world.nodes()) : pick(nodes)).ref();
    }

    private Set<NodeRef> nodes(CanvasState now, int most) {
        Set<NodeRef> nodes = new HashSet<>();
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            nodes.add(node(now));
        }
        return nodes;
    }

    private String word() {
        return pick(WORDS);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// So many nodes of the world, and the lines between them.
    private Subgraph part(int size) {
        Set<NodeRef> refs = new HashSet<>();
        int from = random.nextInt(world.nodes().size());
        for (int i = 0; i < size; i++) {
            refs.add(world.nodes().get((from + i * 3) % world.nodes().size()).ref());
        }
        return new Subgraph(
                worldNodes(refs),
                world.relationships().stream()
                        .filter(one -> refs.contains(one.from()) && refs.contains(one.to()))
                        .toList());
    }

    private List<Node> worldNodes(Set<NodeRef> refs) {
        return world.nodes().stream().filter(node -> refs.contains(node.ref())).toList();
    }

    private Subgraph world() {
        List<Node> nodes = new ArrayList<>();
        List<Relationship> lines = new ArrayList<>();
        for (int h = 0; h < 3; h++) {
            Node host = add(nodes, "Host", "h" + h);
            Node face = add(nodes, "Host", "name:h" + h);
            lines.add(line("SAME_AS", face, host));
            Node machine = add(nodes, "VirtualMachine", "/vm/" + h);
            lines.add(line("IS", machine, host));
            Node caller = add(nodes, "Caller", "c" + h);
            Node operation = add(nodes, "Operation", "o" + h);
            lines.add(line("PERFORMED", caller, operation));
            lines.add(line("TARGETED", operation, machine));
            for (int s = 0; s < 4 + random.nextInt(14); s++) {
                Node session = add(nodes, "PowerShellSession", "s" + h + "-" + s);
                lines.add(line("ON", session, host));
                for (int c = 0; c < random.nextInt(4); c++) {
                    Node command = add(nodes, "Command", "x" + h + "-" + s + "-" + c);
                    lines.add(line("RAN", session, command));
                }
            }
            for (int f = 0; f < random.nextInt(40); f++) {
                Node script = add(nodes, "ScriptFile", "f" + h + "-" + f);
                lines.add(line("ON", script, random.nextInt(9) > 0 ? host : machine));
            }
        }
        return new Subgraph(nodes, lines);
    }

    private static Node add(List<Node> nodes, String label, String key) {
        Node node = new Node(new NodeRef(label, key), Map.of("name", key));
        nodes.add(node);
        return node;
    }

    private static Relationship line(String type, Node from, Node to) {
        return new Relationship(type, from.key() + ">" + to.key(), from.ref(), to.ref(), Map.of());
    }
}
