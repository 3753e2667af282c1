package io.hostpulse.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, with a bound. */
public final class Await {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** For what takes no time on a machine that has nothing else to do. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    /**
     * Something to wait for.
     *
     * @param <E> what looking at it may throw, which ends the waiting
     */
    @FunctionalInterface
    public interface Condition<E extends Exception> {

        /**
         * Looks.
         *
         * @return whether it is so by now
         * @throws E when nobody can tell
         */
        boolean holds() throws E;
    }

    /**
     * Waits until a condition holds, for 60 s at most.
     *
     * @param <E> what looking at it may throw
     * @param what the condition in words, for the failure
     * @param condition what to wait for
     * @throws E what the condition throws
     */
    public static <E extends Exception> void until(String what, Condition<E> condition) throws E {
        until(what, LIMIT, condition);
    }

    /**
     * Waits until a condition holds.
     *
     * @param <E> what looking at it may throw
     * @param what the condition in words, for the failure
     * @param limit how long to wait at most
     * @param condition what to wait for
     * @throws E what the condition throws
     */
    public static <E extends Exception> void until(String what, Duration limit, Condition<E> condition) throws E {
        until(() -> what, limit, condition);
    }

    /**
     * Waits until a condition holds.
     *
     * @param <E> what looking at it may throw
     * @param what tells what was waited for and what was there instead; asked after a failure only
     * @param limit how long to wait at most
     * @param condition what to wait for
     * @throws E what the condition throws
     */
    public static <E extends Exception> void until(Supplier<String> what, Duration limit, Condition<E> condition)
            throws E {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
