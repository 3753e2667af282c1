package io.hostpulse.broker.control;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where work is done that would hold the clients up: reading files, writing orders. One thread, which ends when there was nothing
 * to do for a while; what cannot be done soon is refused. Thread-safe.
 */
public final class Desk implements AutoCloseable {

    /** Each may read a few megabytes of history; the last of so many waits some seconds. */
    private static final int MOST_WAITING = 32;

    private static final long KEEP_SECONDS = 60;
    private static final long GOODBYE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor thread;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Begins without a thread.
     *
     * @param name what the thread is called
     */
    public Desk(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(KEEP_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRemoveOnCancelPolicy(true);
    }

    /**
     * Asks for work to be done.
     *
     * @param <T> what comes of it
     * @param work the work
     * @return what came of it
     * @throws BusyException when too much is waiting already, or the broker is stopping
     */
    public <T> CompletionStage<T> ask(Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new BusyException("more is asked than can be answered soon: try again");
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            thread.execute(() -> complete(done, work));
        } catch (RejectedExecutionException e) {
            waiting.decrementAndGet();
            throw new BusyException("the broker is stopping");
        }
        return done;
    }

    /**
     * Goes on with work that was begun: it waits for its turn like all other work, and is not refused, so whoever asks so sees to it that there
     * is only so much of it.
     *
     * @param <T> what comes of it
     * @param work a few milliseconds of it
     * @return what came of it; a failure when the broker is stopping
     */
    public <T> CompletionStage<T> goOn(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            thread.execute(() -> attempt(done, work));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(new BusyException("the broker is stopping"));
        }
        return done;
    }

    private <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        waiting.decrementAndGet();
        attempt(done, work);
    }

    private static <T> void attempt(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception | Error e) {
            // A mapped file that was cut off is an InternalError, which the executor would keep: whoever asked would
            // wait
            // for ever.
            done.completeExceptionally(e);
        }
    }

    /** Does something a little later, on the same thread. */
    void later(Runnable work, long millis) {
        if (!thread.isShutdown()) {
            thread.schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Takes nothing more, and waits a second for what is at work.
     *
     * @return whether that has ended
     */
    public boolean end() {
        thread.shutdownNow();
        try {
            return thread.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        end();
    }
}
