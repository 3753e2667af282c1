package io.hostpulse.common.net;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that one exchange may take in all. A socket's own time-out begins anew with every byte, and a write has none, so at the
 * end of the time another thread closes the socket under whoever waits for it. Thread-safe.
 */
public final class Countdown implements AutoCloseable {

    private final long end;
    private final LongSupplier nanoTime;
    private final Future<?> alarm;
    private Socket guarded;
    private boolean over;

    /**
     * Starts it.
     *
     * @param limit the time there is
     * @param alarms what rings at its end
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public Countdown(Duration limit, ScheduledExecutorService alarms, LongSupplier nanoTime) {
        this.end = nanoTime.getAsLong() + limit.toNanos();
        this.nanoTime = nanoTime;
        this.alarm = alarms.schedule(this::end, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Puts a socket under the clock, instead of the one before. */
    synchronized void guard(Socket socket) {
        guarded = socket;
        if (over) {
            closeQuietly();
        }
    }

    /**
     * Tells whether the time has run out.
     *
     * @return whether what was guarded has been closed for it
     */
    public synchronized boolean isOver() {
        return over;
    }

    /** At least 1, so that it never means "for ever". */
    int millisLeft() throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - nanoTime.getAsLong());
        if (left <= 0 || isOver()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private synchronized void end() {
        over = true;
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            if (guarded != null) {
                guarded.close();
            }
        } catch (IOException ignored) {
            // Whoever waits for it learns of the end by its own exception.
        }
    }

    /** Ends it, and what it guards. */
    @Override
    public synchronized void close() {
        alarm.cancel(false);
        closeQuietly();
    }
}
