package io.hostpulse.common.process;

import java.util.concurrent.TimeUnit;

/** One agent and the thread it runs on. Its own methods are for the thread that runs the group. */
final class AgentThread {

    private final Agent agent;
    private final StopSignal stop = new StopSignal();
    private final AgentRunner runner;
    private final Thread thread;
    private volatile Throwable failure;
    private volatile boolean ready;
    private volatile boolean retired;
    private volatile boolean closed;

    AgentThread(String name, Agent agent, EpochClock clock) {
        this.agent = agent;
        this.runner = new AgentRunner(agent, clock, now -> {}, () -> ready = true, stop);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    private void run() {
        try {
            runner.run();
            closeIfRetired();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e; // thrown again by check(), on the thread that can end the process
        }
    }

    // Here, because closing may take its time, and nobody waits for it.
    private void closeIfRetired() {
        if (retired) {
            close();
        }
    }

    /** Closes the agent, unless its own thread has done so; to be called by another thread only when that one has ended. */
    void close() {
        if (!closed) {
            closed = true;
            agent.close();
        }
    }

    Agent agent() {
        return agent;
    }

    String name() {
        return thread.getName();
    }

    void start() {
        thread.start();
    }

    boolean isReady() {
        return ready;
    }

    /** Throws what has ended the agent, if anything has. */
    void check() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    void stop() {
        stop.give();
    }

    /** Ends it while others go on: it finishes its turn and closes its agent. */
    void retire() {
        retired = true;
        stop.give();
    }

    void join(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }
}
