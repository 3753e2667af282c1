package io.hostpulse.exporter.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch that grows. Belongs to its sink's thread. */
final class Gathering {

    private final BatchLimits limits;
    private List<Pulled> pulled = new ArrayList<>();
    private long bytes;
    private long since;

    Gathering(BatchLimits limits) {
        this.limits = limits;
    }

    /** Takes what there is, until it is full. */
    void fill(FollowedStreams streams, long now) {
        while (!isFull()) {
            Optional<Pulled> next = streams.next();
            if (next.isEmpty()) {
                return;
            }
            add(next.get(), now);
        }
    }

    private void add(Pulled next, long now) {
        if (pulled.isEmpty()) {
            since = now;
        }
        pulled.add(next);
        bytes += next.record().size();
    }

    private boolean isFull() {
        return pulled.size() >= limits.records() || bytes >= limits.bytes();
    }

    // The clock may have been set back meanwhile.
    boolean isDue(long now) {
        boolean waited = now - since >= limits.delay().toNanos() || now < since;
        return !pulled.isEmpty() && (isFull() || waited);
    }

    boolean isEmpty() {
        return pulled.isEmpty();
    }

    Optional<Pulled> first() {
        return pulled.isEmpty() ? Optional.empty() : Optional.of(pulled.get(0));
    }

    List<Pulled> take() {
        List<Pulled> taken = pulled;
        pulled = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
