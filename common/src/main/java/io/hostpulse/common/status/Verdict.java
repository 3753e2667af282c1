package io.hostpulse.common.status;

import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.common.status.SupervisorState.Supervised;
import java.util.Optional;

/**
 * Decides what a process is doing when its witnesses may disagree.
 *
 * @param supervised what a live supervisor says
 * @param mark what the process itself said last
 * @param alive what the kernel says
 * @param heartbeatAge nanoseconds since it took a turn
 */
record Verdict(Optional<Supervised> supervised, Optional<Mark> mark, boolean alive, Optional<Long> heartbeatAge) {

    /** A process takes a turn at least once a second. */
    private static final long STALE = 5_000_000_000L;

    LifeState state() {
        LifeState claimed = supervised.map(Supervised::state).orElseGet(this::ownWord);
        if (!alive) {
            return claimed.isAlive() ? LifeState.GONE : claimed;
        }
        boolean stale = heartbeatAge.filter(age -> age > STALE).isPresent();
        // Opening a large queue or draining a full one may take longer than a turn.
        return claimed == LifeState.RUNNING && stale ? LifeState.HUNG : claimed;
    }

    private LifeState ownWord() {
        return mark.map(Mark::state).map(Verdict::of).orElse(LifeState.STOPPED);
    }

    private static LifeState of(ProcessState state) {
        return switch (state) {
            case STARTING -> LifeState.STARTING;
            case RUNNING -> LifeState.RUNNING;
            case DRAINING -> LifeState.DRAINING;
            case STOPPED -> LifeState.STOPPED;
        };
    }
}
