package io.hostpulse.common.text;

/** Lines of a terminal. */
public final class Line {

    private Line() {}

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
