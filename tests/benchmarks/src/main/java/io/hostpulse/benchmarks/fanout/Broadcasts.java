package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.process.EpochClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What came of each broadcast: how many got it, and when the first and the last of them. Used by the generator's thread. */
final class Broadcasts {

    private final Map<Long, Broadcast> seen = new HashMap<>();

    /** One broadcast on its way to everybody. */
    static final class Broadcast {
        private final long ageAtFirst;
        private final long first;
        private long last;
        private int receivers;

        private Broadcast(long ageAtFirst, long first) {
            this.ageAtFirst = ageAtFirst;
            this.first = first;
        }

        int receivers() {
            return receivers;
        }

        /** From the first client that had it to the last. */
        long spread() {
            return last - first;
        }

        /** From the time it carries to the last client that had it. */
        long age() {
            return ageAtFirst + spread();
        }
    }

    /** One more client has it; what it is stamped with is asked only the first time. */
    void received(long tick, LongSupplier stamp, long nanoTime, EpochClock clock) {
        Broadcast broadcast = seen.get(tick);
        if (broadcast == null) {
            broadcast = new Broadcast(clock.nanos() - stamp.getAsLong(), nanoTime);
            seen.put(tick, broadcast);
        }
        broadcast.receivers++;
        broadcast.last = nanoTime;
    }

    void forget() {
        seen.clear();
    }

    /** Those that nobody was still to get: without the newest, which may be on its way. */
    List<Broadcast> finished() {
        long newest = seen.keySet().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
        List<Broadcast> finished = new ArrayList<>();
        seen.forEach((tick, broadcast) -> {
            if (tick != newest) {
                finished.add(broadcast);
            }
        });
        return finished;
    }
}
