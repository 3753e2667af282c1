package io.hostpulse.console.status;

import io.hostpulse.console.status.SupervisorState.Supervised;
import java.util.Optional;

/**
 * One process.
 *
 * @param pid 0 when it does not live
 * @param usage what it takes from the machine, if it lives
 * @param heartbeatAge nanoseconds since it last took a turn, if it lives and has said so
 * @param supervised what the supervisor knows of it, if there is one
 * @param condition what keeps it from its work, if it says so: it lives, or it is absent
 */
record ProcessStatus(
        String name,
        LifeState state,
        long pid,
        Optional<Usage> usage,
        Optional<Long> heartbeatAge,
        Optional<Supervised> supervised,
        Optional<String> condition) {

    Optional<Long> restarts() {
        return supervised.map(Supervised::restarts);
    }

    /** How it ended last time. */
    Optional<String> lastExit() {
        return supervised.map(Supervised::lastExit).filter(exit -> !exit.equals("-"));
    }

    /** When it is to be started again, epoch seconds. */
    Optional<Long> nextStartSeconds() {
        return supervised.map(Supervised::nextStartSeconds).filter(seconds -> seconds > 0);
    }
}
