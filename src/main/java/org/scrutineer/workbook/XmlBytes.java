package org.scrutineer.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML in the bytes of a buffer, in the plain shape that spreadsheet programs write: UTF-8, elements of one
 * namespace under one prefix, no comments, processing instructions or character data sections, no declarations of
 * namespaces, attributes of plain ASCII, each once. Every byte is looked at; each method takes the position where
 * something is to begin and gives the one after it, or {@link #ODD} where anything else stands there. What it accepts,
 * any XML parser accepts and understands the same. The buffer has to end in a byte 0.
 */
final class XmlBytes {

    /** Not this shape, though perhaps XML. */
    static final int ODD = -1;

    private static final byte PLAIN = 0;
    private static final byte END = 1;
    private static final byte TO_DECODE = 2;
    private static final byte BRACKET = 3;
    private static final byte FORBIDDEN = 4;

    /** What a byte means in a text. */
    private static final byte[] IN_TEXT = new byte[256];

    static {
        Arrays.fill(IN_TEXT, 0, ' ', FORBIDDEN);
        Arrays.fill(IN_TEXT, 0x80, 256, TO_DECODE);
        IN_TEXT['\t'] = PLAIN;
        IN_TEXT['\n'] = PLAIN;
        IN_TEXT['\r'] = TO_DECODE;
        IN_TEXT['&'] = TO_DECODE;
        IN_TEXT['<'] = END;
        IN_TEXT[']'] = BRACKET;
    }

    private static final byte[] NO_NAME = {};
    private static final byte[] T = name("t");
    private static final byte[] R = name("r");
    private static final byte[] RUN_PROPERTIES = name("rPr");
    private static final byte[] PHONETIC = name("rPh");
    private static final byte[] PHONETIC_PROPERTIES = name("phoneticPr");

    private static final int MOST_ATTRIBUTES = 24;
    private static final int LONGEST_ATTRIBUTE = 1_000;
    private static final byte[] NAMESPACE_DECLARATION = name("xmlns");

    private final byte[] prefix;
    private final Predicate<String> isBound;
    private final int longestText;
    private byte[] bytes = {0};

    private boolean emptyTag;
    private int attributes;
    private final int[] nameFrom = new int[MOST_ATTRIBUTES];
    private final int[] colonAt = new int[MOST_ATTRIBUTES];
    private final int[] nameTo = new int[MOST_ATTRIBUTES];
    private final int[] valueFrom = new int[MOST_ATTRIBUTES];
    private final int[] valueTo = new int[MOST_ATTRIBUTES];
    private byte[] lastBound = {};

    private int textFrom;
    private int textTo;
    private boolean plainText;
    private boolean bracketInText;
    private @Nullable StringBuilder joined;

    /**
     * @param prefix of the elements, empty where their namespace is the default
     * @param isBound whether a prefix stands for a namespace
     * @param longestText in bytes; longer ones are odd
     */
    XmlBytes(String prefix, Predicate<String> isBound, int longestText) {
        this.prefix = name(prefix.isEmpty() ? "" : prefix + ":");
        this.isBound = isBound;
        this.longestText = longestText;
    }

    /** An element's or attribute's local name as it stands in the bytes. */
    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** From now on positions are in {@code buffer}. */
    void over(byte[] buffer) {
        bytes = buffer;
    }

    /** Past white space, if there is any. */
    int blank(int at) {
        int next = at;
        while (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' || bytes[next] == '\t') {
            next++;
        }
        return next;
    }

    /** Past {@code <name}, with whatever may follow a name. */
    int open(int at, byte[] name) {
        if (bytes[at] != '<') {
            return ODD;
        }
        int end = named(at + 1, name);
        return end >= 0 && isAfterName(bytes[end]) ? end : ODD;
    }

    /** Past {@code </name>}. */
    int close(int at, byte[] name) {
        if (!isClosing(at, name)) {
            return ODD;
        }
        int end = blank(at + 2 + prefix.length + name.length);
        return bytes[end] == '>' ? end + 1 : ODD;
    }

    boolean isClosing(int at, byte[] name) {
        if (bytes[at] != '<' || bytes[at + 1] != '/') {
            return false;
        }
        int end = named(at + 2, name);
        return end >= 0 && isAfterName(bytes[end]);
    }

    /** Past the elements' prefix. */
    int prefixed(int at) {
        return named(at, NO_NAME);
    }

    private int named(int at, byte[] name) {
        int next = at;
        for (byte expected : prefix) {
            if (bytes[next++] != expected) {
                return ODD;
            }
        }
        for (byte expected : name) {
            if (bytes[next++] != expected) {
                return ODD;
            }
        }
        return next;
    }

    private static boolean isAfterName(byte b) {
        return b == '>' || b == '/' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** From the end of the element's name past its tag; then the attributes and {@link #isEmptyTag} are known. */
    int attributes(int at) {
        attributes = 0;
        int next = at;
        while (true) {
            int name = blank(next);
            if (bytes[name] == '>') {
                emptyTag = false;
                return name + 1;
            }
            if (bytes[name] == '/') {
                emptyTag = true;
                return bytes[name + 1] == '>' ? name + 2 : ODD;
            }
            if (name == next || attributes == MOST_ATTRIBUTES) {
                return ODD;
            }
            next = attribute(name);
            if (next < 0) {
                return ODD;
            }
        }
    }

    private int attribute(int from) {
        int colon = ODD;
        int equals = nameEnd(from);
        if (equals >= 0 && bytes[equals] == ':') {
            colon = equals;
            equals = nameEnd(colon + 1);
        }
        if (equals < 0 || bytes[equals] != '=') {
            return ODD;
        }
        int value = equals + 2;
        int end = valueEnd(value, bytes[equals + 1]);
        if (end < 0) {
            return ODD;
        }
        nameFrom[attributes] = from;
        colonAt[attributes] = colon;
        nameTo[attributes] = equals;
        valueFrom[attributes] = value;
        valueTo[attributes] = end;
        if (isRepeated() || isNamespaceDeclaration() || (colon >= 0 && !isBound(from, colon))) {
            return ODD;
        }
        attributes++;
        return end + 1;
    }

    /** Past letters, digits, underlines, hyphens and points, the first a letter or an underline. */
    private int nameEnd(int from) {
        int at = from;
        while (isLetter(bytes[at])
                || (at > from && (bytes[at] == '-' || bytes[at] == '.' || (bytes[at] >= '0' && bytes[at] <= '9')))) {
            at++;
        }
        return at == from ? ODD : at;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
    }

    private int valueEnd(int from, byte quote) {
        if (quote != '"' && quote != '\'') {
            return ODD;
        }
        int at = from;
        while (bytes[at] != quote) {
            if (bytes[at] < ' ' || bytes[at] == '<' || bytes[at] == '&') {
                return ODD;
            }
            at++;
        }
        return at - from > LONGEST_ATTRIBUTE ? ODD : at;
    }

    /** Two prefixes may stand for one namespace, so that a local name after any prefix may be had once. */
    private boolean isRepeated() {
        int local = local(attributes);
        for (int i = 0; i < attributes; i++) {
            if ((colonAt[i] < 0) == (colonAt[attributes] < 0)
                    && isSame(local(i), nameTo[i], bytes, local, nameTo[attributes])) {
                return true;
            }
        }
        return false;
    }

    /** Names differ in length or at their beginning, mostly. */
    private boolean isSame(int from, int to, byte[] others, int otherFrom, int otherTo) {
        return to - from == otherTo - otherFrom
                && bytes[from] == others[otherFrom]
                && Arrays.equals(bytes, from, to, others, otherFrom, otherTo);
    }

    private int local(int attribute) {
        return colonAt[attribute] < 0 ? nameFrom[attribute] : colonAt[attribute] + 1;
    }

    private boolean isNamespaceDeclaration() {
        int to = colonAt[attributes] < 0 ? nameTo[attributes] : colonAt[attributes];
        return isSame(nameFrom[attributes], to, NAMESPACE_DECLARATION, 0, NAMESPACE_DECLARATION.length);
    }

    private boolean isBound(int from, int to) {
        if (Arrays.equals(bytes, from, to, lastBound, 0, lastBound.length)) {
            return true;
        }
        boolean bound = isBound.test(ascii(from, to));
        if (bound) {
            lastBound = Arrays.copyOfRange(bytes, from, to);
        }
        return bound;
    }

    /** Whether the tag last read was {@code <name/>}. */
    boolean isEmptyTag() {
        return emptyTag;
    }

    /** An attribute without a prefix of the tag last read. */
    @Nullable
    String attribute(byte[] name) {
        for (int i = 0; i < attributes; i++) {
            if (colonAt[i] < 0 && isSame(nameFrom[i], nameTo[i], name, 0, name.length)) {
                return ascii(valueFrom[i], valueTo[i]);
            }
        }
        return null;
    }

    /** Up to the next tag; then {@link #text()} and {@link #isBracketInText} are known. */
    int text(int from) {
        boolean plain = true;
        bracketInText = false;
        joined = null;
        int at = from;
        while (true) {
            switch (IN_TEXT[bytes[at] & 0xff]) {
                case PLAIN -> at++;
                case END -> {
                    textFrom = from;
                    textTo = at;
                    plainText = plain;
                    return at - from > longestText ? ODD : at;
                }
                case TO_DECODE -> {
                    plain = false;
                    at++;
                }
                case BRACKET -> {
                    if (bytes[at + 1] == ']' && bytes[at + 2] == '>') {
                        return ODD;
                    }
                    bracketInText = true;
                    at++;
                }
                default -> {
                    return ODD;
                }
            }
        }
    }

    /** Whether a closing square bracket stands in the text last read. */
    boolean isBracketInText() {
        return bracketInText;
    }

    /** Whether the text last read stands in one place, in plain ASCII, and so can be fetched later. */
    boolean isPlainText() {
        return plainText && joined == null;
    }

    int textFrom() {
        return textFrom;
    }

    int textTo() {
        return textTo;
    }

    boolean isTextEmpty() {
        return textFrom == textTo && joined == null;
    }

    /** There is no text where one was looked for. */
    void noText(int at) {
        textFrom = at;
        textTo = at;
        plainText = true;
        bracketInText = false;
        joined = null;
    }

    /** The text last read, escapes still in it; null where its bytes or references give no character XML may hold. */
    @Nullable
    String text() {
        if (joined != null) {
            return joined.toString();
        }
        return plainText ? ascii(textFrom, textTo) : decoded(textFrom, textTo);
    }

    private String ascii(int from, int to) {
        return ascii(bytes, from, to);
    }

    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private @Nullable String decoded(int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        boolean references = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            // The first stands for bytes that are no UTF-8, the others are no characters.
            if (character >= 0xFFFD) {
                return null;
            }
            references |= character == '&' || character == '\r';
        }
        return references ? CharacterReferences.resolved(text) : text;
    }

    /**
     * From the content of {@code element}, a shared or inline string, past its end. Then {@link #text()} is its runs, one
     * after the other, without phonetics.
     */
    int richText(int from, byte[] element) {
        int at = open(blank(from), T);
        if (at >= 0) {
            at = textElement(at);
            int end = at < 0 ? ODD : blank(at);
            if (end >= 0 && isClosing(end, element)) {
                return close(end, element);
            }
        }
        return runs(from, element);
    }

    private enum Within {
        STRING,
        RUN,
        PROPERTIES,
        PHONETIC
    }

    private int runs(int from, byte[] element) {
        StringBuilder text = new StringBuilder();
        Within within = Within.STRING;
        int at = blank(from);
        while (within != Within.STRING || !isClosing(at, element)) {
            if (bytes[at] != '<') {
                return ODD;
            }
            if (bytes[at + 1] == '/') {
                at = close(at, closing(within));
                within = within == Within.PROPERTIES ? Within.RUN : Within.STRING;
            } else if (within == Within.PROPERTIES || open(at, PHONETIC_PROPERTIES) >= 0) {
                at = property(at);
            } else if (open(at, T) >= 0) {
                at = textElement(open(at, T));
                String part = at < 0 ? null : text();
                if (part == null || text.length() + part.length() > longestText) {
                    return ODD;
                }
                text.append(within == Within.PHONETIC ? "" : part);
            } else {
                Within inner = inner(at, within);
                at = inner == null ? ODD : attributes(open(at, closing(inner)));
                within = inner == null || emptyTag ? within : inner;
            }
            if (at < 0) {
                return ODD;
            }
            at = blank(at);
        }
        noText(from);
        joined = text;
        return close(at, element);
    }

    /** What begins at {@code at}; null where that cannot be in {@code outer}. */
    private @Nullable Within inner(int at, Within outer) {
        if (outer == Within.RUN) {
            return open(at, RUN_PROPERTIES) >= 0 ? Within.PROPERTIES : null;
        }
        if (outer != Within.STRING) {
            return null;
        }
        return open(at, R) >= 0 ? Within.RUN : open(at, PHONETIC) >= 0 ? Within.PHONETIC : null;
    }

    private static byte[] closing(Within within) {
        return switch (within) {
            case RUN -> R;
            case PROPERTIES -> RUN_PROPERTIES;
            case PHONETIC -> PHONETIC;
            case STRING -> NO_NAME;
        };
    }

    /** From the end of the name of {@code t} past its end. */
    private int textElement(int from) {
        int at = attributes(from);
        if (at < 0 || emptyTag) {
            noText(from);
            return at;
        }
        at = text(at);
        return at < 0 ? ODD : close(at, T);
    }

    /** Past an element without content. */
    private int property(int at) {
        int name = bytes[at] == '<' ? prefixed(at + 1) : ODD;
        int end = name < 0 ? ODD : nameEnd(name);
        if (end < 0 || !isAfterName(bytes[end])) {
            return ODD;
        }
        int next = attributes(end);
        return emptyTag ? next : ODD;
    }
}
