package io.hostpulse.common.control;

import io.hostpulse.common.model.StreamName;

/** Which streams carry orders: {@code control-} and who writes it. They are no samples, and nobody waits for them to be written. */
public final class ControlStreams {

    private static final String PREFIX = "control-";

    private ControlStreams() {}

    /**
     * Names the stream of one writer.
     *
     * @param writer who places orders, for example {@code console}
     * @return its stream
     * @throws IllegalArgumentException when that is no name
     */
    public static StreamName of(String writer) {
        return new StreamName(PREFIX + writer);
    }

    /**
     * Tells whether a stream carries orders.
     *
     * @param stream any stream
     * @return whether it does
     */
    public static boolean isControl(StreamName stream) {
        return stream.value().startsWith(PREFIX);
    }
}
