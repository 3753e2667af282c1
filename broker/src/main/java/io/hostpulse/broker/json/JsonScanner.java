package io.hostpulse.broker.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes apart JSON that Hostpulse wrote itself: payloads, whose checksum was right, and messages. It notes where each value stands and
 * decodes nothing, so that values leave as they came. It is not made for JSON of others.
 */
public final class JsonScanner {

    /** As deep as a payload may be inside of a message. */
    private static final int MAX_DEPTH = 40;

    private final byte[] json;
    private int at;
    private int depth;

    private JsonScanner(byte[] json) {
        this.json = json;
    }

    /**
     * Takes one object apart.
     *
     * @param json UTF-8; kept, and not to be changed afterwards
     * @return its members
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static JsonNode.Members scan(byte[] json) {
        JsonScanner scanner = new JsonScanner(json);
        if (scanner.value() instanceof JsonNode.Members object) {
            return object;
        }
        throw new IllegalArgumentException("no JSON object");
    }

    private JsonNode value() {
        if (depth > MAX_DEPTH) {
            throw broken();
        }
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> text();
            default -> word();
        };
    }

    private JsonNode.Members object() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        begin();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
            }
            String name = name();
            expect(':');
            members.put(name, value());
        }
        end();
        return new JsonNode.Members(members);
    }

    private JsonNode.Elements list() {
        List<JsonNode> elements = new ArrayList<>();
        begin();
        while (peek() != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value());
        }
        end();
        return new JsonNode.Elements(elements);
    }

    private void begin() {
        at++;
        depth++;
    }

    private void end() {
        at++;
        depth--;
    }

    private String name() {
        if (peek() != '"') {
            throw broken();
        }
        JsonNode.Plain quoted = text();
        return new String(json, quoted.from() + 1, quoted.to() - quoted.from() - 2, StandardCharsets.UTF_8);
    }

    private JsonNode.Plain text() {
        int from = at++;
        while (byteAt(at) != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        at++;
        return new JsonNode.Plain(json, from, at);
    }

    private JsonNode.Plain word() {
        int from = at;
        while (at < json.length && isInWord(json[at])) {
            at++;
        }
        if (at == from) {
            throw broken();
        }
        return new JsonNode.Plain(json, from, at);
    }

    private static boolean isInWord(byte letter) {
        return letter > ' ' && letter != ',' && letter != '}' && letter != ']' && letter != ':';
    }

    private byte peek() {
        while (byteAt(at) <= ' ' && json[at] >= 0) {
            at++;
        }
        return json[at];
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw broken();
        }
        at++;
    }

    private byte byteAt(int index) {
        if (index >= json.length) {
            throw broken();
        }
        return json[index];
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("no JSON at byte " + at);
    }
}
