package io.hostpulse.common.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs several agents as one, each on a thread of its own, so that none waits for another. The first that fails ends them all,
 * as it would end a process of its own. It is an agent for the thread that runs the process; any thread may add and remove others.
 */
public final class AgentGroup implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(AgentGroup.class);

    /** How soon a failed agent ends the group. */
    private static final long LOOK_INTERVAL = 1_000_000_000;

    /** The supervisor kills after 5 s; an agent that hangs must leave time for the others. */
    private static final long LONGEST_GOODBYE = TimeUnit.SECONDS.toNanos(2);

    private final EpochClock clock;

    // All three are guarded by this; nothing that may take its time is done meanwhile.
    private final Map<String, AgentThread> threads = new LinkedHashMap<>();
    private boolean started;
    private boolean ended;

    /**
     * Makes a group; its agents run from the first turn on.
     *
     * @param agents the agents by the names of their threads; they are closed with the group
     * @param clock their time
     */
    public AgentGroup(Map<String, Agent> agents, EpochClock clock) {
        this.clock = clock;
        agents.forEach(this::add);
    }

    /**
     * Adds an agent, which runs at once if the group does. In a group that is ending it never runs, and is closed with it.
     *
     * @param name the name of its thread
     * @param agent the agent; it is closed with the group, or when it is removed
     * @throws IllegalStateException when there is one of this name
     */
    public synchronized void add(String name, Agent agent) {
        AgentThread thread = new AgentThread(name, agent, clock);
        if (threads.putIfAbsent(name, thread) != null) {
            throw new IllegalStateException("there is an agent '" + name + "' already");
        }
        if (started && !ended) {
            thread.start();
        }
    }

    /**
     * Ends one agent without waiting for it: it finishes its turn and is closed by its own thread. To be called again until that is done.
     *
     * @param name the name of its thread
     * @return whether it is gone, so that another may have its name
     */
    public synchronized boolean remove(String name) {
        AgentThread thread = threads.get(name);
        if (thread == null) {
            return true;
        }
        thread.retire();
        if (!started) {
            thread.close();
        }
        if (thread.hasEnded() && !ended) {
            threads.remove(name);
            thread.check();
        }
        return !threads.containsKey(name);
    }

    private synchronized List<AgentThread> threads() {
        return List.copyOf(threads.values());
    }

    private synchronized void start() {
        if (!started) {
            threads.values().forEach(AgentThread::start);
            started = true;
        }
    }

    @Override
    public long doWork(long now) {
        start();
        threads().forEach(AgentThread::check);
        return now + LOOK_INTERVAL;
    }

    @Override
    public boolean isReady() {
        return threads().stream().allMatch(AgentThread::isReady);
    }

    @Override
    public void drain() {
        end();
        threads().stream().filter(AgentThread::hasEnded).forEach(thread -> thread.agent()
                .drain());
    }

    /** Lets every thread finish its turn; for those that were never started there is nothing to wait for. */
    private void end() {
        synchronized (this) {
            ended = true;
        }
        threads().forEach(AgentThread::stop);
        long deadline = System.nanoTime() + LONGEST_GOODBYE;
        threads().forEach(thread -> thread.join(deadline - System.nanoTime()));
    }

    @Override
    public void close() {
        end();
        for (AgentThread thread : threads()) {
            if (thread.hasEnded()) {
                thread.close();
            } else {
                LOG.warn("{} did not end in time and is left as it is", thread.name());
            }
        }
    }
}
