package io.hostpulse.client;

import java.util.function.Consumer;

/** Where what happened waits for the listener. */
interface Outbox {

    /** Adds one thing; never refuses. Gives whether there is room for more. */
    boolean post(Consumer<Listener> news);

    /** Runs a task, on any thread, when there is room again. */
    void whenRoom(Runnable task);

    /** Adds the last thing. What still waits is told before it, or not at all. */
    void end(Consumer<Listener> last, boolean isDroppingOthers);
}
