package io.hostpulse.client.message;

import java.time.Duration;
import java.util.List;

/**
 * What the broker says of itself when a connection begins.
 *
 * @param host the machine that it watches
 * @param serverVersion its version
 * @param protocol what it speaks, such as {@code hostpulse.v1}
 * @param streams the streams that exist now
 * @param interval the time between two of its messages
 * @param capabilities what a subscription may ask for
 */
public record Welcome(
        String host,
        String serverVersion,
        String protocol,
        List<String> streams,
        Duration interval,
        List<String> capabilities)
        implements Message {

    /** Copies the lists. */
    public Welcome {
        streams = List.copyOf(streams);
        capabilities = List.copyOf(capabilities);
    }
}
