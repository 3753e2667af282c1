package io.hostpulse.console.text;

/** Makes text from the watched machine safe for a terminal: a process may bear any name. */
public final class Printable {

    private Printable() {}

    /**
     * Writes characters that steer a terminal or break a line as escapes.
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

    /**
     * Cuts a line that is too long.
     *
     * @param line any line
     * @param width how many characters fit
     * @return the line, with an ellipsis as its last character if something was cut off
     */
    public static String cut(String line, int width) {
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }
}
