package io.hostpulse.broker.auth;

import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.text.Printable;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what was ordered, by whom, from where, and what came of it. Never waits: another thread writes, and what that cannot keep up
 * with is counted, in the log itself. Thread-safe.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private static final int MOST_WAITING = 1000;

    /** Of a request's arguments; enough to see what was meant. */
    private static final int MOST_DETAIL = 2000;

    private final AuditFile file;
    private final EpochClock clock;
    private final Executor thread;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();

    /**
     * Writes to a file.
     *
     * @param file the file
     * @param clock the time
     * @param thread writes
     */
    public AuditLog(AuditFile file, EpochClock clock, Executor thread) {
        this.file = file;
        this.clock = clock;
        this.thread = thread;
    }

    /**
     * Writes one thing down.
     *
     * @param author who wanted it
     * @param action what was wanted
     * @param arguments what belongs to it, as text
     * @param result what became of it, in one word
     * @param detail more about that; may be empty
     */
    public void note(Author author, String action, String arguments, String result, String detail) {
        Fields.Builder entry = Fields.builder()
                .put("timestamp", Rfc3339.format(clock.nanos()))
                .put("by", Printable.of(author.name()))
                .put("address", author.address())
                .put("role", author.role())
                .put("action", Printable.of(action));
        if (!arguments.isEmpty()) {
            entry.put("arguments", inert(arguments));
        }
        entry.put("result", result);
        if (!detail.isEmpty()) {
            entry.put("detail", inert(detail));
        }
        hand(entry.build());
    }

    private static String inert(String text) {
        return Printable.of(text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL) + "…");
    }

    private void hand(Fields entry) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            lost.incrementAndGet();
            return;
        }
        try {
            thread.execute(() -> write(entry));
        } catch (RejectedExecutionException stopping) {
            waiting.decrementAndGet();
            LOG.warn("not in the audit log, because the broker is stopping: {}", entry);
        }
    }

    private void write(Fields entry) {
        waiting.decrementAndGet();
        long missing = lost.getAndSet(0);
        try {
            file.rotateIfFull();
            if (missing > 0) {
                file.append(Fields.builder()
                        .put("timestamp", Rfc3339.format(clock.nanos()))
                        .put("action", "lost")
                        .put("count", missing)
                        .build());
            }
            file.append(entry);
        } catch (IOException e) {
            lost.addAndGet(missing + 1);
            LOG.error("{} cannot be written: {}; not in it: {}", file.path(), e.toString(), entry);
        }
    }
}
