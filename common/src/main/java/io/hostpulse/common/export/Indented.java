package io.hostpulse.common.export;

/** Lays valid JSON out over several lines. Values keep their text, so no number is read and written again. Used once. */
final class Indented {

    private static final String STEP = "  ";

    private final String json;
    private final StringBuilder out;
    private int depth;

    Indented(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 2);
    }

    String text() {
        int at = 0;
        while (at < json.length()) {
            at = take(at);
        }
        return out.toString();
    }

    /** Takes one token; returns where the next begins. */
    private int take(int at) {
        char c = json.charAt(at);
        switch (c) {
            case '"' -> {
                int end = endOfString(at);
                out.append(json, at, end);
                return end;
            }
            case '{', '[' -> {
                return open(at);
            }
            case '}', ']' -> {
                depth--;
                line().append(c);
            }
            case ',' -> {
                out.append(c);
                line();
            }
            case ':' -> out.append(": ");
            case ' ', '\t' -> {
                // between two tokens
            }
            default -> out.append(c);
        }
        return at + 1;
    }

    private int open(int at) {
        out.append(json.charAt(at));
        int next = at + 1;
        while (json.charAt(next) == ' ') {
            next++;
        }
        if (json.charAt(next) == '}' || json.charAt(next) == ']') {
            out.append(json.charAt(next));
            return next + 1;
        }
        depth++;
        line();
        return next;
    }

    private StringBuilder line() {
        return out.append('\n').append(STEP.repeat(depth));
    }

    private int endOfString(int begin) {
        int at = begin + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
