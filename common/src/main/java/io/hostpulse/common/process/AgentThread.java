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

    AgentThread(String name, Agent agent, EpochClock clock) {
        this.agent = agent;
        this.runner = new AgentRunner(agent, clock, now -> {}, () -> ready = true, stop);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    private void run() {
        try {
            runner.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e; // thrown again by check(), on the thread that can end the process
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
