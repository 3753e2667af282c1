package io.hostpulse.collector.source.disk;

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
 * Asks filesystems that may never answer, so that one costs the others nothing. A worker thread does the asking; the reader
 * gives it a moment and, when that passed, has the next filesystem asked by another worker. Who has not answered at the
 * deadline is reported so, and not asked again while the old question hangs: there is at most one stuck thread for each
 * filesystem that hangs. Used by one reader.
 */
final class PatientAsker implements AutoCloseable {

    /** A healthy filesystem answers within microseconds. Longer than this, and the next one is asked meanwhile. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Idle workers live longer than the default interval of the source, so that each read finds one. */
    private static final int WORKER_IDLE_SECONDS = 15;

    private final SpaceGauge gauge;
    private final long deadlineNanos;
    private final LongSupplier nanoTime;
    private final Map<String, SpaceInquiry> open = new HashMap<>();
    private final ExecutorService workers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            WORKER_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            PatientAsker::worker);

    PatientAsker(SpaceGauge gauge, Duration deadline, LongSupplier nanoTime) {
        this.gauge = gauge;
        this.deadlineNanos = deadline.toNanos();
        this.nanoTime = nanoTime;
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "disk-space");
        thread.setDaemon(true);
        return thread;
    }

    Map<String, SpaceAnswer> ask(Collection<String> paths) throws InterruptedIOException {
        try {
            for (String path : paths) {
                begin(path);
            }
            return answers(paths);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while filesystems were asked for their space");
        }
    }

    private void begin(String path) throws InterruptedException {
        if (!open.containsKey(path)) {
            SpaceInquiry inquiry = new SpaceInquiry(() -> gauge.ask(path), nanoTime.getAsLong());
            open.put(path, inquiry);
            workers.execute(inquiry.work());
            inquiry.waitFor(MOMENT_NANOS);
        }
    }

    private Map<String, SpaceAnswer> answers(Collection<String> paths) throws InterruptedException {
        Map<String, SpaceAnswer> answers = new LinkedHashMap<>();
        for (String path : paths) {
            SpaceInquiry inquiry = open.get(path);
            inquiry.waitFor(deadlineNanos - inquiry.ageAt(nanoTime.getAsLong()));
            answers.put(path, inquiry.answerAt(nanoTime.getAsLong()));
        }
        open.values().removeIf(SpaceInquiry::isOver);
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
