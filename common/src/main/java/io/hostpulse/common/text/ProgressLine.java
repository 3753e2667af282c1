package io.hostpulse.common.text;

import java.io.PrintWriter;

/** One line at the bottom of a terminal that is written over and over; nothing at all where there is no terminal. */
public final class ProgressLine implements AutoCloseable {

    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean watched;
    private boolean shown;

    /**
     * Prepares.
     *
     * @param err takes the line
     * @param watched whether that is a terminal
     */
    public ProgressLine(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    /**
     * Shows a text in place of the last one.
     *
     * @param text what is shown, shorter than a line
     */
    public void show(String text) {
        if (watched) {
            err.print(BACK_AND_CLEAR + text);
            err.flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown) {
            err.print(BACK_AND_CLEAR);
            err.flush();
            shown = false;
        }
    }
}
