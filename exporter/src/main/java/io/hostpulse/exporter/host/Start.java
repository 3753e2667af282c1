package io.hostpulse.exporter.host;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.config.ConfigNode;
import java.time.ZoneOffset;

/**
 * Where a sink begins that has never run.
 *
 * @param text {@code beginning}, {@code now}, a time in RFC 3339, or a length of time ago such as {@code 2h}
 */
public record Start(String text) {

    /** With what comes from now on. */
    public static final Start NOW = new Start("now");

    /** With the oldest record that the queues hold. */
    public static final Start BEGINNING = new Start("beginning");

    static Start read(ConfigNode node) {
        Start start = new Start(node.text("start", NOW.text()));
        try {
            start.at(Long.MAX_VALUE);
        } catch (IllegalArgumentException e) {
            node.problem(
                    "start", "write beginning, now, a time ago such as 2h, or a time such as 2025-01-03T10:15:30Z");
            return NOW;
        }
        return start;
    }

    /**
     * Finds the time.
     *
     * @param now when the sink begins, epoch nanoseconds
     * @return the sample time of the first record that it writes is not before this, epoch nanoseconds
     */
    long at(long now) {
        if (text.equals(BEGINNING.text())) {
            return 0;
        }
        return text.equals(NOW.text()) ? now : new Since(now, ZoneOffset.UTC).parse(text);
    }
}
