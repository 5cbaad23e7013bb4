package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Chunk.GapUse;
import dev.fulgurite.ingest.format.evtx.Chunk.Name;
import dev.fulgurite.ingest.format.evtx.Node.Attribute;
import dev.fulgurite.ingest.format.evtx.Node.Element;
import dev.fulgurite.ingest.format.evtx.Node.Gap;
import dev.fulgurite.ingest.format.evtx.Node.Text;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Makes an element of its tokens. Processing instructions are passed over.
final class ElementParser {

    private static final int DEEPEST = 64;
    private static final int EFFORT_OF_A_NODE = 16;

    private final Chunk chunk;
    private final int end;
    private final boolean inTemplate;
    private final List<GapUse> gaps;
    private int at;
    private int nodes;
    private int characters;
    private boolean sound = true;

    /// @param inTemplate only in a template does an element have the id of what it depends on
    /// @param gaps is given the gaps that are found
    ElementParser(Chunk chunk, int at, int end, boolean inTemplate, List<GapUse> gaps) {
        this.chunk = chunk;
        this.at = at;
        this.end = end;
        this.inTemplate = inTemplate;
        this.gaps = gaps;
    }

    int nodes() {
        return nodes;
    }

    int characters() {
        return characters;
    }

    /// Whether the hashes of all names are right.
    boolean isSound() {
        return sound;
    }

    /// Behind what was read.
    int position() {
        return at;
    }

    /// The element that the fragment here holds.
    Element fragmentRoot() throws Malformed {
        while (peek() == Token.FRAGMENT) {
            take(4);
        }
        int token = take(1);
        if ((chunk.bytes[token] & ~Token.MORE) != Token.OPEN_ELEMENT) {
            throw unexpected(token);
        }
        return element((chunk.bytes[token] & Token.MORE) != 0, 1);
    }

    private Element element(boolean hasAttributes, int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed("elements lie deeper than " + DEEPEST + " in each other");
        }
        take(inTemplate ? 6 : 4);
        int firstNode = nodes;
        int firstCharacter = characters;
        int firstGap = gaps.size();
        String name = name();
        node(name.length());
        List<Attribute> attributes = hasAttributes ? attributes() : List.of();
        List<Node> content = new ArrayList<>();
        int closing = token();
        if (closing == Token.CLOSE_START) {
            content(content, depth);
        } else if (closing != Token.CLOSE_EMPTY) {
            throw unexpected(at - 1);
        }
        Element element = Element.of(name, attributes, content);
        if (element.gap() != null && gaps.size() > firstGap) {
            int index = element.gap().index();
            gaps.set(
                    gaps.size() - 1,
                    new GapUse(index, nodes - firstNode, characters - firstCharacter));
        }
        return element;
    }

    private List<Attribute> attributes() throws Malformed {
        take(4);
        List<Attribute> attributes = new ArrayList<>();
        while (peek() == Token.ATTRIBUTE) {
            take(1);
            String name = name();
            node(name.length());
            List<Node> content = new ArrayList<>();
            while (isValue(peek())) {
                content.add(value(token()));
            }
            attributes.add(Attribute.of(name, content));
        }
        return attributes;
    }

    private void content(List<Node> content, int depth) throws Malformed {
        while (true) {
            boolean more = at < end && (chunk.bytes[at] & Token.MORE) != 0;
            int token = token();
            switch (token) {
                case Token.END_ELEMENT -> {
                    return;
                }
                case Token.OPEN_ELEMENT -> content.add(element(more, depth + 1));
                case Token.INSTRUCTION -> name();
                case Token.INSTRUCTION_DATA -> text();
                default -> content.add(value(token));
            }
        }
    }

    private static boolean isValue(int token) {
        return switch (token) {
            case Token.TEXT,
                    Token.CDATA,
                    Token.CHARACTER,
                    Token.ENTITY,
                    Token.GAP,
                    Token.OPTIONAL_GAP ->
                    true;
            default -> false;
        };
    }

    private Node value(int token) throws Malformed {
        return switch (token) {
            case Token.TEXT -> {
                if (chunk.bytes[take(1)] != ValueType.STRING) {
                    throw new Malformed("a text of another type than text");
                }
                yield text();
            }
            case Token.CDATA -> text();
            case Token.CHARACTER -> text(String.valueOf((char) chunk.int16(take(2))));
            case Token.ENTITY -> text(entity(name()));
            case Token.GAP -> gap(false);
            case Token.OPTIONAL_GAP -> gap(true);
            default -> throw unexpected(at - 1);
        };
    }

    private Gap gap(boolean optional) throws Malformed {
        int index = chunk.int16(take(3));
        node(0);
        gaps.add(new GapUse(index, 1, 0));
        return new Gap(index, optional);
    }

    private Text text() throws Malformed {
        int length = chunk.int16(take(2));
        return text(ValueText.utf16(chunk.bytes, take(2 * length), length));
    }

    private Text text(String text) throws Malformed {
        node(text.length());
        return new Text(text);
    }

    private static String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    /// The name at the offset that stands here, which may be right behind.
    private String name() throws Malformed {
        int offset = chunk.int32(take(4));
        Name name = chunk.name(offset);
        sound &= name.sound();
        if (offset == at) {
            take(name.end() - offset);
        }
        return name.text();
    }

    private void node(int withCharacters) throws Malformed {
        nodes++;
        characters += withCharacters;
        chunk.spend(EFFORT_OF_A_NODE + withCharacters);
    }

    private int token() throws Malformed {
        return chunk.bytes[take(1)] & ~Token.MORE & 0xFF;
    }

    /// The token ahead; that of the end where nothing is.
    private int peek() {
        return at < end ? chunk.bytes[at] & ~Token.MORE & 0xFF : Token.END;
    }

    /// Goes on by some bytes; where they were.
    private int take(int count) throws Malformed {
        if (end - at < count) {
            throw new Malformed("it breaks off at byte " + at + " of its chunk");
        }
        int from = at;
        at += count;
        return from;
    }

    private Malformed unexpected(int where) {
        String token = HexFormat.of().toHexDigits(chunk.bytes[where]);
        return new Malformed(
                "token 0x" + token + " at byte " + where + " of its chunk has no place there");
    }
}
