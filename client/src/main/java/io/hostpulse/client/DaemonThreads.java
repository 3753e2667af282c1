package io.hostpulse.client;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no program from ending. */
record DaemonThreads(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
