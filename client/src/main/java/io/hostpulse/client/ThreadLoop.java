package io.hostpulse.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread of its own. What comes after its end is dropped: then there is nobody left to hear it. */
final class ThreadLoop implements Loop {

    private static final Logger LOG = System.getLogger(ThreadLoop.class.getName());

    private final ScheduledThreadPoolExecutor executor;

    ThreadLoop(DaemonThreads threads) {
        executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException ended) {
            LOG.log(Level.TRACE, "the client has ended", ended);
        }
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        try {
            Future<?> future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException ended) {
            LOG.log(Level.TRACE, "the client has ended", ended);
            return () -> {};
        }
    }

    // The executor would keep it to itself.
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "a fault of the Hostpulse client; please report it", e);
                throw e;
            }
        };
    }

    @Override
    public void end() {
        executor.shutdown();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return executor.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
