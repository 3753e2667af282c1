package io.hostpulse.alerter.notify;

import java.nio.charset.StandardCharsets;

/**
 * Makes text from the machine harmless as plain text, before a handler escapes what has a meaning where it sends it: nothing steers a
 * terminal, hides or reverses what follows, or is no valid Unicode.
 */
public final class PlainText {

    private static final char ELLIPSIS = '…';
    private static final int REPLACEMENT = 0xFFFD;

    // They join emoji and letters of some scripts, and change nothing else.
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /**
     * Makes one line.
     *
     * @param text any text
     * @return without line ends, control characters, invisible formatting and halves of characters
     */
    public static String line(String text) {
        return clean(text, false).strip();
    }

    /**
     * Makes one line of a limited length.
     *
     * @param text any text
     * @param most the most UTF-16 units, at least 1
     * @return like {@link #line(String)}; if it was longer, it ends with {@code …}
     */
    public static String line(String text, int most) {
        // What lies far behind the limit need not be cleaned to be cut off.
        return clip(line(clip(text, 4 * most + 64)), most);
    }

    /**
     * Keeps lines.
     *
     * @param text any text
     * @return like {@link #line(String)}, but with its line ends, each a single newline
     */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    /**
     * Makes valid Unicode.
     *
     * @param text any text
     * @return the text with every half of a character replaced
     */
    public static String wellFormed(String text) {
        if (text.codePoints().noneMatch(PlainText::isHalf)) {
            return text;
        }
        return text.codePoints()
                .map(point -> isHalf(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Cuts a text.
     *
     * @param text any text
     * @param most the most UTF-16 units, at least 1
     * @return the text; if it was longer, its beginning and {@code …}, with no character cut in two
     */
    public static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /**
     * Cuts a text by its size.
     *
     * @param text valid Unicode
     * @param mostBytes the most bytes in UTF-8, at least 3
     * @return the text; if it was larger, its beginning and {@code …}, with no character cut in two
     */
    public static String clipBytes(String text, int mostBytes) {
        String clipped = clip(text, mostBytes);
        while (clipped.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            int over = clipped.getBytes(StandardCharsets.UTF_8).length - mostBytes;
            // No unit has more than three bytes, so this never cuts too much at once.
            clipped = clip(clipped, Math.max(1, clipped.length() - Math.max(1, over / 3)));
        }
        return clipped;
    }

    private static String clean(String text, boolean keepLines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(clean, point, keepLines));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int point, boolean keepLines) {
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                clean.append(keepLines && point == '\n' ? '\n' : ' ');
            case Character.FORMAT -> {
                if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
                    clean.appendCodePoint(point);
                }
            }
            case Character.SURROGATE -> clean.appendCodePoint(REPLACEMENT);
            default -> clean.appendCodePoint(point);
        }
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
