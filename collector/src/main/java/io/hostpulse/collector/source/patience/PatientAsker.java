package io.hostpulse.collector.source.patience;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Asks several things that may never answer, filesystems and chips, so that one costs the others nothing. A worker thread does
 * the asking; the reader gives it a moment and, when that passed, has the next one asked by another worker. Who has not
 * answered at the deadline is reported so, and not asked again while the old question hangs: there is at most one stuck thread
 * for each that hangs. Used by one reader.
 *
 * @param <T> what they answer
 */
public final class PatientAsker<T> implements AutoCloseable {

    /** Who is healthy answers within microseconds or a few milliseconds. Longer than this, and the next one is asked meanwhile. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Idle workers live longer than the default interval of the sources, so that each read finds one. */
    private static final int WORKER_IDLE_SECONDS = 15;

    private final Question<T> question;
    private final long deadlineNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Inquiry<T>> open = new HashMap<>();
    private final ExecutorService workers;

    /**
     * Nobody is asked yet.
     *
     * @param question asks one
     * @param threadName names the workers
     * @param deadline how long each may take
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public PatientAsker(Question<T> question, String threadName, Duration deadline, LongSupplier nanoTime) {
        this.question = question;
        this.workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                WORKER_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> worker(work, threadName));
        this.deadlineNanos = deadline.toNanos();
        this.nanoTime = nanoTime;
    }

    private static Thread worker(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks everyone who is not still busy with an earlier question.
     *
     * @param names whom
     * @return what came of it, by name, in the given order
     * @throws InterruptedIOException when the reader is interrupted meanwhile
     */
    public Map<String, Answer<T>> ask(Collection<String> names) throws InterruptedIOException {
        try {
            for (String name : names) {
                begin(name);
            }
            return answers(names);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while hardware was asked");
        }
    }

    private void begin(String name) throws InterruptedException {
        if (!open.containsKey(name)) {
            Inquiry<T> inquiry = new Inquiry<>(() -> question.ask(name), nanoTime.getAsLong());
            open.put(name, inquiry);
            workers.execute(inquiry.work());
            inquiry.waitFor(MOMENT_NANOS);
        }
    }

    private Map<String, Answer<T>> answers(Collection<String> names) throws InterruptedException {
        Map<String, Answer<T>> answers = new LinkedHashMap<>();
        for (String name : names) {
            Inquiry<T> inquiry = open.get(name);
            inquiry.waitFor(deadlineNanos - inquiry.ageAt(nanoTime.getAsLong()));
            answers.put(name, inquiry.answerAt(nanoTime.getAsLong()));
        }
        open.values().removeIf(Inquiry::isOver);
        return answers;
    }

    int stuck() {
        return open.size();
    }

    /** Stuck workers cannot be ended; they are daemons and end with the process. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
