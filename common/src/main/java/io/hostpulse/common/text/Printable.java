package io.hostpulse.common.text;

import java.util.Locale;

/** Makes foreign text safe for a terminal or a log: whoever names a process could otherwise forge lines or move the cursor. */
public final class Printable {

    private static final int BRIEF = 64;

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

    /**
     * Shows a name that came from outside within a sentence.
     *
     * @param name any text, as long as it may be
     * @return its first 64 characters in one line, with an ellipsis behind them if something was cut off
     */
    public static String brief(String name) {
        return of(name.length() <= BRIEF ? name : name.substring(0, BRIEF) + "…");
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
            safe.append(String.format(Locale.ROOT, "\\u%04x", point));
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
