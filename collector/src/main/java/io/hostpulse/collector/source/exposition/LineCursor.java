package io.hostpulse.collector.source.exposition;

/** Walks over one line. */
final class LineCursor {

    private static final int QUOTED = 40;

    private final String line;
    private final int number;
    private int at;

    LineCursor(String line, int number) {
        this.line = line;
        this.number = number;
    }

    boolean atEnd() {
        return at >= line.length();
    }

    void skipBlanks() {
        while (!atEnd() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    boolean accept(char wanted) {
        boolean there = !atEnd() && line.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    void require(char wanted) throws MalformedExpositionException {
        if (!accept(wanted)) {
            throw expected("'" + wanted + "'");
        }
    }

    /** A name of ASCII letters, digits and {@code _}, and {@code :} where that is allowed. */
    String name(String what, boolean colons) throws MalformedExpositionException {
        int start = at;
        while (!atEnd() && isNamePart(line.charAt(at), at > start, colons)) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return line.substring(start, at);
    }

    /** What comes before the next blank or the end. */
    String word() {
        int start = at;
        while (!atEnd() && !isBlank(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    /** A text in quotes, whose opening quote was taken already. */
    String quoted() throws MalformedExpositionException {
        StringBuilder text = new StringBuilder();
        while (!atEnd() && line.charAt(at) != '"') {
            text.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at));
            at++;
        }
        require('"');
        return text.toString();
    }

    private char escaped() throws MalformedExpositionException {
        at++;
        char c = atEnd() ? ' ' : line.charAt(at);
        return switch (c) {
            case '\\', '"' -> c;
            case 'n' -> '\n';
            default -> {
                at--;
                throw expected("one of \\\\, \\\" and \\n after a backslash");
            }
        };
    }

    MalformedExpositionException expected(String what) {
        String rest = line.substring(Math.min(at, line.length()));
        String found = rest.length() > QUOTED ? rest.substring(0, QUOTED) + "…" : rest;
        return wrong("expected " + what + ", found " + (found.isEmpty() ? "the end of the line" : "'" + found + "'"));
    }

    MalformedExpositionException wrong(String message) {
        return new MalformedExpositionException(number, message);
    }

    private static boolean isNamePart(char c, boolean inside, boolean colons) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (colons && c == ':')
                || (inside && c >= '0' && c <= '9');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
