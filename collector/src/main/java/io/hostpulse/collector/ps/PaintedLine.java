package io.hostpulse.collector.ps;

/** Lines that may have colours in them, which take no room on the screen. */
final class PaintedLine {

    private static final char ESCAPE = '\u001b';
    private static final String PLAIN = "\u001b[0m";

    private PaintedLine() {}

    /** Cuts a line that is too wide; colours end where it does. */
    static String cut(String line, int width) {
        int shown = 0;
        int fits = 0;
        for (int at = 0; at < line.length(); ) {
            if (line.charAt(at) == ESCAPE) {
                at = line.indexOf('m', at) + 1;
                continue;
            }
            at += Character.charCount(line.codePointAt(at));
            shown++;
            if (shown == width - 1) {
                fits = at;
            }
        }
        if (shown <= width) {
            return line;
        }
        return line.substring(0, fits) + "…" + (line.indexOf(ESCAPE) < 0 ? "" : PLAIN);
    }
}
