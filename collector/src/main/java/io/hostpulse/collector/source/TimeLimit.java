package io.hostpulse.collector.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work that a driver may never let go of on a thread of its own, and gives it up after a while. What was given up keeps
 * its thread and nothing else: as a daemon it does not keep the process from ending.
 *
 * @param limit how long the work may take
 */
public record TimeLimit(Duration limit) {

    /**
     * Does the work.
     *
     * @param <T> its result
     * @param name names the thread
     * @param work what to do
     * @return the result
     * @throws TimeoutException when there is none within the limit
     * @throws Exception what the work threw
     */
    public <T> T call(String name, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static Exception thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (Exception) cause;
    }
}
