package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is written on the card of each node of a subgraph. Some of it stands on relationships: a
/// command is a word shared by all who ran it, its text belongs to one run.
public final class CardFaces {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<Card> BY_TIME =
            Comparator.comparing(Card::at).thenComparing(Card::id);

    private final Map<NodeRef, List<Relationship>> touching = new HashMap<>();

    public CardFaces(Subgraph graph) {
        for (Relationship one : graph.relationships()) {
            touching.computeIfAbsent(one.from(), ref -> new ArrayList<>()).add(one);
            touching.computeIfAbsent(one.to(), ref -> new ArrayList<>()).add(one);
        }
    }

    public Card face(Node node) {
        Kind kind = Kind.of(node.label());
        Instant at = at(node);
        return new Card(
                node.ref().toString(),
                kind,
                List.of(node),
                title(node),
                facts(node),
                happens(kind) ? clock(at) : "",
                at,
                false);
    }

    /// One card for a thing that has several keys.
    Card faces(List<Node> nodes) {
        List<Node> byName = nodes.stream().sorted(Comparator.comparing(Node::ref)).toList();
        Card first = face(byName.getFirst());
        if (byName.size() == 1) {
            return first;
        }
        // One log may know what another does not.
        List<String> facts =
                new ArrayList<>(
                        byName.stream()
                                .map(this::facts)
                                .filter(known -> !known.isEmpty())
                                .findFirst()
                                .orElse(List.of()));
        facts.add(byName.size() + " keys");
        return new Card(
                first.id(),
                first.kind(),
                byName,
                first.title(),
                facts,
                first.clock(),
                first.at(),
                false);
    }

    /// One card for several things of one kind.
    Card stack(List<Node> nodes) {
        List<Card> faces = nodes.stream().map(this::face).sorted(BY_TIME).toList();
        if (faces.size() == 1) {
            return faces.getFirst();
        }
        Card first = faces.getFirst();
        List<Node> inOrder = faces.stream().map(face -> face.nodes().getFirst()).toList();
        String title = faces.size() + " " + first.kind().plural();
        String titles = faces.stream().map(Card::title).collect(Collectors.joining(", "));
        return new Card(
                first.id() + " +",
                first.kind(),
                inOrder,
                title,
                List.of(titles),
                first.clock(),
                first.at(),
                true);
    }

    /// What an analyst would call a node, on one line, whole.
    public String title(Node node) {
        return switch (Kind.of(node.label())) {
            case OPERATION -> shortOperation(text(node, "operation"), node);
            case ACCOUNT -> accountName(node);
            case SESSION -> sessionTitle(node);
            case COMMAND -> commandTitle(node);
            case HOST -> hostName(node);
            case CALLER -> firstOf(node, "name", "names");
            case IP_ADDRESS -> firstOf(node, "address");
            case SUBSCRIPTION, VIRTUAL_MACHINE, SCRIPT_FILE -> firstOf(node, "name");
            case ALERT -> firstOf(node, "title");
            case ACTIVITY_EVENT -> firstOf(node, "OperationNameValue", "operation", "table");
            case FILE_EVENT -> firstOf(node, "FileName", "table");
            case HOST_EVENT -> firstOf(node, "ActionType", "eventId", "EventID", "table");
            case PROCESS_EVENT -> firstOf(node, "process", "image");
            case SIGN_IN -> firstOf(node, "AppDisplayName", "ResourceDisplayName", "table");
            case DIRECTORY_CHANGE -> firstOf(node, "OperationName", "table");
            case BEHAVIOR_ANOMALY -> firstOf(node, "ActionType", "ActivityType", "table");
            case SCRIPT_BLOCK ->
                    firstOf(node, "path", "text").strip().lines().findFirst().orElse("");
            case RECORD -> firstOf(node, "name", "title");
        };
    }

    private List<String> facts(Node node) {
        Stream<String> facts =
                switch (Kind.of(node.label())) {
                    case CALLER -> Stream.of(callerKind(node));
                    case IP_ADDRESS -> Stream.of("IPv" + text(node, "version"));
                    case OPERATION -> Stream.of(lower(text(node, "outcome")));
                    case VIRTUAL_MACHINE -> Stream.of(text(node, "resourceGroup"));
                    case HOST -> Stream.of(domainOfHost(node));
                    case SCRIPT_FILE -> Stream.of(size(node));
                    case SESSION -> Stream.of(user(node));
                    case COMMAND -> Stream.of(arguments(node));
                    case ACCOUNT -> Stream.of(domain(node));
                    case SUBSCRIPTION -> Stream.of(node.key());
                    case ALERT -> Stream.of(text(node, "severity"));
                    case SCRIPT_BLOCK -> Stream.of(text(node, "gap"));
                    case PROCESS_EVENT -> Stream.of(text(node, "commandLine"));
                    case SIGN_IN ->
                            Stream.of(
                                    Boolean.TRUE.equals(node.get("succeeded"))
                                            ? "succeeded"
                                            : "failed",
                                    text(node, "Location"));
                    case DIRECTORY_CHANGE -> Stream.of(text(node, "Result"));
                    case BEHAVIOR_ANOMALY -> Stream.of(text(node, "SourceIPLocation"));
                    case ACTIVITY_EVENT, FILE_EVENT, HOST_EVENT, RECORD ->
                            Stream.of(text(node, "table"));
                };
        return facts.map(String::strip).filter(fact -> !fact.isEmpty()).toList();
    }

    private static boolean happens(Kind kind) {
        return switch (kind) {
            case OPERATION,
                    SCRIPT_FILE,
                    SESSION,
                    COMMAND,
                    ALERT,
                    ACTIVITY_EVENT,
                    FILE_EVENT,
                    PROCESS_EVENT,
                    SIGN_IN,
                    DIRECTORY_CHANGE,
                    BEHAVIOR_ANOMALY,
                    SCRIPT_BLOCK,
                    HOST_EVENT ->
                    true;
            case CALLER, IP_ADDRESS, ACCOUNT, SUBSCRIPTION, VIRTUAL_MACHINE, HOST, RECORD -> false;
        };
    }

    /// Earliest time that the node or what touches it bears.
    private Instant at(Node node) {
        Stream<Object> own =
                Stream.of("at", "start", "time")
                        .map(node.properties()::get)
                        .filter(Instant.class::isInstance);
        Stream<Object> around =
                touching.getOrDefault(node.ref(), List.of()).stream()
                        .map(one -> one.properties().get("at"))
                        .filter(Instant.class::isInstance);
        Instant earliest =
                own.map(Instant.class::cast).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        if (!earliest.equals(Instant.MAX)) {
            return earliest;
        }
        return around.map(Instant.class::cast).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private static String clock(Instant at) {
        return at.equals(Instant.MAX) ? "" : CLOCK.format(at);
    }

    /// The part of an operation's name after the resource type: `runcommand/action` becomes `run
    /// command`, others stay as they are.
    private static String shortOperation(String operation, Node node) {
        if (operation.isEmpty()) {
            return node.key();
        }
        if (operation.endsWith("/runcommand/action") || operation.endsWith("/runcommands/write")) {
            return "Run Command";
        }
        int provider = operation.indexOf('/');
        return provider < 0 ? operation : operation.substring(provider + 1);
    }

    /// Without its domain, which is a fact beside it; an address stays whole.
    private static String hostName(Node node) {
        String whole = wholeHostName(node);
        int dot = whole.indexOf('.');
        boolean address =
                dot > 0
                        && Character.isDigit(whole.charAt(dot - 1))
                        && Character.isDigit(whole.charAt(0));
        return dot <= 0 || address ? whole : whole.substring(0, dot);
    }

    private static String domainOfHost(Node node) {
        String whole = wholeHostName(node);
        String name = hostName(node);
        return name.equals(whole) ? "" : whole.substring(name.length() + 1);
    }

    private static String wholeHostName(Node node) {
        String whole = firstText(node, List.of("name", "names"));
        return whole.isEmpty() ? node.key().substring(node.key().indexOf(':') + 1) : whole;
    }

    private static String accountName(Node node) {
        String whole = firstOf(node, "names", "name");
        return whole.substring(whole.lastIndexOf('\\') + 1);
    }

    private static String domain(Node node) {
        String whole = firstOf(node, "names", "name");
        int cut = whole.lastIndexOf('\\');
        return cut < 0 ? node.key() : whole.substring(0, cut).toUpperCase(Locale.ROOT);
    }

    private static String sessionTitle(Node node) {
        String process = text(node, "processId");
        String title = Boolean.TRUE.equals(node.get("remote")) ? "Remote PowerShell" : "PowerShell";
        return process.isEmpty() ? title : title + " " + process;
    }

    private static String user(Node node) {
        String user = firstText(node, List.of("connectedUser", "user"));
        return user.isEmpty() ? "" : "as " + user;
    }

    /// The command's own word as it was written, when one run of it is shown.
    private String commandTitle(Node node) {
        String written = commandText(node);
        String word = node.key();
        return written.regionMatches(true, 0, word, 0, word.length())
                ? written.substring(0, word.length())
                : word;
    }

    private String arguments(Node node) {
        String written = commandText(node);
        String word = node.key();
        return written.regionMatches(true, 0, word, 0, word.length())
                ? written.substring(word.length())
                : written;
    }

    private String commandText(Node node) {
        return touching.getOrDefault(node.ref(), List.of()).stream()
                .map(run -> run.properties().get("command"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    private static String callerKind(Node node) {
        return switch (text(node, "kind")) {
            case "upn" -> "user";
            case "oid" -> "object id";
            case "app" -> "application";
            default -> text(node, "kind");
        };
    }

    private static String size(Node node) {
        String size = text(node, "size");
        return size.isEmpty() ? "" : size + " bytes";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String firstOf(Node node, String... properties) {
        String found = firstText(node, List.of(properties));
        return found.isEmpty() ? node.key() : found;
    }

    private static String firstText(Node node, List<String> properties) {
        return properties.stream()
                .map(property -> text(node, property))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// A property as text; the first of a list.
    private static String text(Node node, String property) {
        Object value = node.get(property);
        if (value instanceof List<?> list) {
            value = list.isEmpty() ? null : list.getFirst();
        }
        return value == null ? "" : value.toString();
    }
}
