package io.hostpulse.common.status;

import io.hostpulse.common.process.Mark;
import io.hostpulse.common.status.SupervisorState.Supervised;
import java.util.Optional;

/**
 * One process.
 *
 * @param name its name
 * @param state what it is doing
 * @param pid 0 when it does not live
 * @param usage what it takes from the machine, if it lives
 * @param heartbeatAge nanoseconds since it last took a turn, if it lives and has said so
 * @param supervised what the supervisor knows of it, if there is one
 * @param condition what keeps it from its work, if it says so: it lives, or it is absent
 * @param mark what it said last, if it ever ran here; perhaps before it was started the last time
 */
public record ProcessStatus(
        String name,
        LifeState state,
        long pid,
        Optional<Usage> usage,
        Optional<Long> heartbeatAge,
        Optional<Supervised> supervised,
        Optional<String> condition,
        Optional<Mark> mark) {

    /**
     * Tells how often the supervisor has started it again.
     *
     * @return the number, if there is a supervisor that knows it
     */
    public Optional<Long> restarts() {
        return supervised.map(Supervised::restarts);
    }

    /**
     * Tells how it ended last time.
     *
     * @return its exit code, if it ever ended
     */
    public Optional<String> lastExit() {
        return supervised.map(Supervised::lastExit).filter(exit -> !exit.equals("-"));
    }

    /**
     * Tells when it is to be started again.
     *
     * @return epoch seconds, if that is planned
     */
    public Optional<Long> nextStartSeconds() {
        return supervised.map(Supervised::nextStartSeconds).filter(seconds -> seconds > 0);
    }
}
