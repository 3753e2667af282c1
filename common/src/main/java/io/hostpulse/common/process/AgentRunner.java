package io.hostpulse.common.process;

import java.util.function.LongConsumer;

/** Calls an agent's turns until the stop signal. Belongs to one thread. */
final class AgentRunner {

    /** The heartbeat must not depend on how long an agent wants to sleep. */
    private static final long LONGEST_PAUSE = 1_000_000_000L;

    private final Agent agent;
    private final EpochClock clock;
    private final LongConsumer heartbeat;
    private final Runnable onReady;
    private final StopSignal stop;

    AgentRunner(Agent agent, EpochClock clock, LongConsumer heartbeat, Runnable onReady, StopSignal stop) {
        this.agent = agent;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.onReady = onReady;
        this.stop = stop;
    }

    void run() throws InterruptedException {
        boolean stopped = false;
        boolean ready = false;
        while (!stopped) {
            long now = clock.nanos();
            heartbeat.accept(now);
            long next = agent.doWork(now);
            if (!ready && agent.isReady()) {
                onReady.run();
                ready = true;
            }
            stopped = stop.awaitNanos(Math.min(next - clock.nanos(), LONGEST_PAUSE));
        }
    }
}
