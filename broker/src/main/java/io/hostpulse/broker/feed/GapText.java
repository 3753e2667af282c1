package io.hostpulse.broker.feed;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Gap;

/** The message that tells that records are missing and will never come. ASCII. */
public final class GapText {

    private GapText() {}

    /**
     * Tells of a gap among live messages.
     *
     * @param stream the stream
     * @param gap what is missing
     * @param now the present, epoch nanoseconds
     * @return a JSON object
     */
    public static String live(StreamName stream, Gap gap, long now) {
        return begin(stream, gap, now) + "read\"}";
    }

    /**
     * Tells of a gap in what is sent again.
     *
     * @param stream the stream
     * @param gap what is missing
     * @param now the present, epoch nanoseconds
     * @return a JSON object
     */
    public static String replayed(StreamName stream, Gap gap, long now) {
        return begin(stream, gap, now) + "replayed\",\"replayed\":true}";
    }

    private static String begin(StreamName stream, Gap gap, long now) {
        return "{\"type\":\"gap\",\"timestamp\":\"" + Rfc3339.format(now) + "\",\"stream\":\"" + stream
                + "\",\"first\":" + gap.first() + ",\"last\":" + gap.last() + ",\"count\":" + gap.count()
                + ",\"reason\":\"the records are damaged or were removed before they were ";
    }
}
