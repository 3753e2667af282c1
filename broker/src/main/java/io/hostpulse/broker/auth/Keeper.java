package io.hostpulse.broker.auth;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks after files: whether tokens or certificates have changed, and what is to be written down. Thread-safe. */
public final class Keeper implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private static final long GOODBYE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor thread;

    /** Begins with nothing to do. */
    public Keeper() {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "keeper");
            made.setDaemon(true);
            return made;
        });
        thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /**
     * Does something again and again. One failure does not end it.
     *
     * @param millis the time between two of them
     * @param work what is done
     */
    public void every(long millis, Runnable work) {
        thread.scheduleWithFixedDelay(() -> guarded(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("looking after files failed; it is tried again", e);
        }
    }

    /**
     * Does something soon.
     *
     * @param work what is done
     * @throws RejectedExecutionException when the broker has stopped
     */
    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    /** Ends when what was asked for is done, or after a second. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("not everything was written down within {} s", GOODBYE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
