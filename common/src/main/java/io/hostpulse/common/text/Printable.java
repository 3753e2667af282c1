package io.hostpulse.common.text;

/** Makes foreign text safe for a terminal or a log: whoever names a process could otherwise forge lines or move the cursor. */
public final class Printable {

    private Printable() {}

    /**
     * Writes characters that steer a terminal, break a line or hide what follows as escapes.
     *
     * @param text any text
     * @return the text in one line
     */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> appendOther(safe, point);
        }
    }

    private static void appendOther(StringBuilder safe, int point) {
        if (steers(point)) {
            safe.append(String.format("\\u%04x", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
