package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.common.process.Agent;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source in a shared process. While its hardware is absent it looks again from time to time, as the supervisor does for a
 * process of its own. Used by its own thread, opening included: a driver that hangs there holds up nobody else.
 */
final class AwaitedSource implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedSource.class);

    /** As often as the supervisor starts a process again that ended with 69. */
    private static final long LOOK_INTERVAL = Duration.ofMinutes(10).toNanos();

    private final String name;
    private final Opening opening;
    private Optional<Agent> sampler = Optional.empty();
    private String absence = "";
    private long nextLook;

    AwaitedSource(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    @Override
    public long doWork(long now) {
        if (sampler.isEmpty() && (now >= nextLook || nextLook - now > LOOK_INTERVAL)) {
            look(now);
        }
        return sampler.map(agent -> agent.doWork(now)).orElse(nextLook);
    }

    private void look(long now) {
        nextLook = now + LOOK_INTERVAL;
        try {
            sampler = Optional.of(opening.open());
        } catch (SourceAbsentException e) {
            if (!absence.equals(e.getMessage())) {
                absence = e.getMessage();
                LOG.info("source {} is absent, looking again every 10 minutes: {}", name, absence);
            }
        }
    }

    /** Nobody waits for hardware that is not there. */
    @Override
    public boolean isReady() {
        return sampler.map(Agent::isReady).orElse(!absence.isEmpty());
    }

    @Override
    public void drain() {
        sampler.ifPresent(Agent::drain);
    }

    @Override
    public void close() {
        sampler.ifPresent(Agent::close);
    }

    /** Opens the source and what belongs to it. */
    @FunctionalInterface
    interface Opening {
        Agent open() throws SourceAbsentException;
    }
}
