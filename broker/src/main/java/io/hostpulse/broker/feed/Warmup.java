package io.hostpulse.broker.feed;

import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The first moments, in which collectors are still starting. Clients count on finding every stream in the first message, so
 * none is sent until each configured stream has spoken, or until it is clear that one will not. Pure: times are given by the
 * caller.
 */
final class Warmup {

    /** Collectors need a second or two to start; a source that this host does not have never speaks. */
    private static final long PATIENCE = Duration.ofSeconds(4).toNanos();

    private final Set<StreamName> silent;
    private final long end;

    Warmup(Set<StreamName> expected, long now) {
        this.silent = new HashSet<>(expected);
        this.end = now + PATIENCE;
    }

    void heard(StreamName stream) {
        silent.remove(stream);
    }

    boolean isOver(long now) {
        if (now >= end) {
            silent.clear();
        }
        return silent.isEmpty();
    }
}
