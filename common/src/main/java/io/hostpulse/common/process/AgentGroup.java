package io.hostpulse.common.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs several agents as one, each on a thread of its own, so that none waits for another. The first that fails ends them all,
 * as it would end a process of its own. Used by the thread that runs the process.
 */
public final class AgentGroup implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(AgentGroup.class);

    /** How soon a failed agent ends the group. */
    private static final long LOOK_INTERVAL = 1_000_000_000;

    /** The supervisor kills after 5 s; an agent that hangs must leave time for the others. */
    private static final long LONGEST_GOODBYE = TimeUnit.SECONDS.toNanos(2);

    private final List<AgentThread> threads = new ArrayList<>();
    private boolean started;

    /**
     * Makes a group; its agents run from the first turn on.
     *
     * @param agents the agents by the names of their threads; they are closed with the group
     * @param clock their time
     */
    public AgentGroup(Map<String, Agent> agents, EpochClock clock) {
        agents.forEach((name, agent) -> threads.add(new AgentThread(name, agent, clock)));
    }

    @Override
    public long doWork(long now) {
        if (!started) {
            threads.forEach(AgentThread::start);
            started = true;
        }
        threads.forEach(AgentThread::check);
        return now + LOOK_INTERVAL;
    }

    @Override
    public boolean isReady() {
        return threads.stream().allMatch(AgentThread::isReady);
    }

    @Override
    public void drain() {
        end();
        threads.stream().filter(AgentThread::hasEnded).forEach(thread -> thread.agent()
                .drain());
    }

    /** Lets every thread finish its turn; for those that were never started there is nothing to wait for. */
    private void end() {
        threads.forEach(AgentThread::stop);
        long deadline = System.nanoTime() + LONGEST_GOODBYE;
        threads.forEach(thread -> thread.join(deadline - System.nanoTime()));
    }

    @Override
    public void close() {
        end();
        for (AgentThread thread : threads) {
            if (thread.hasEnded()) {
                thread.agent().close();
            } else {
                LOG.warn("{} did not end in time and is left as it is", thread.name());
            }
        }
    }
}
