package io.hostpulse.console.export;

import io.hostpulse.common.text.Units;

/** Shows a share as people expect it: {@code [##########----------] 50 %}. Pure. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final double PERCENT = 100;

    private ProgressBar() {}

    /**
     * Draws it.
     *
     * @param share 0 to 1; what is outside counts as the nearer end
     * @return some 40 columns of ASCII
     */
    public static String of(double share) {
        double within = Math.max(0, Math.min(1, share));
        int full = (int) (within * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + Units.percent(within * PERCENT);
    }
}
