package io.hostpulse.common.text;

/** Lines of a terminal. */
public final class Line {

    private static final String ELLIPSIS = "…";

    private Line() {}

    /**
     * Cuts a line that is too long.
     *
     * @param line any line without colours
     * @param width how many columns there are
     * @return the line, with an ellipsis as its last character if something was cut off
     */
    public static String cut(String line, int width) {
        // No text takes more than two columns a character: what is short enough need not be measured.
        return line.length() <= width / 2 || DisplayWidth.of(line) <= width
                ? line
                : line.substring(0, fitting(line, Math.max(0, width - 1))) + ELLIPSIS;
    }

    /** How many chars take at most so many columns. */
    private static int fitting(String line, int width) {
        int index = 0;
        int taken = 0;
        while (index < line.length()) {
            int point = line.codePointAt(index);
            taken += DisplayWidth.of(point);
            if (taken > width) {
                return index;
            }
            index += Character.charCount(point);
        }
        return index;
    }
}
