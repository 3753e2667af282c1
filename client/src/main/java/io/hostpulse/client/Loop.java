package io.hostpulse.client;

import java.time.Duration;

/** The one thread on which everything but the listener happens, and its timers. Tests step it by hand. */
interface Loop {

    void execute(Runnable task);

    /** Runs a task later, unless it is cancelled before. */
    Timer after(Duration delay, Runnable task);

    void end();

    /** Something that will happen. */
    @FunctionalInterface
    interface Timer {
        void cancel();
    }
}
