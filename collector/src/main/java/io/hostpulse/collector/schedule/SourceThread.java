package io.hostpulse.collector.schedule;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Reading;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that touches the hardware. A read that never returns keeps this thread and nothing else; being a daemon, it does
 * not keep the process from ending either.
 */
final class SourceThread implements DeadlineReader {

    private static final Logger LOG = LoggerFactory.getLogger(SourceThread.class);

    /** A process has 4.5 s to end in all. */
    private static final long PATIENCE_MILLIS = 1_000;

    private enum Order {
        READ,
        END
    }

    private final Source source;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(2);
    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(1);
    private final Thread thread = new Thread(this::serve, "source");

    /** Belongs to the sampler's thread. */
    private boolean isReadOut;

    private SourceThread(Source source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    static SourceThread start(Source source, LongSupplier nanoTime) {
        SourceThread reader = new SourceThread(source, nanoTime);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    @Override
    public void begin() {
        isReadOut = true;
        orders.add(Order.READ);
    }

    @Override
    public Optional<Outcome> await(long nanos) {
        try {
            Optional<Outcome> outcome = Optional.ofNullable(outcomes.poll(nanos, TimeUnit.NANOSECONDS));
            isReadOut &= outcome.isEmpty();
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void serve() {
        try (source) {
            while (orders.take() == Order.READ) {
                outcomes.put(read());
                prepareNext();
            }
        } catch (InterruptedException e) {
            LOG.debug("source thread interrupted", e);
        }
    }

    private Outcome read() {
        long begin = nanoTime.getAsLong();
        Reading reading = attempt();
        return new Outcome(reading, nanoTime.getAsLong() - begin);
    }

    // Whatever a source throws is an outcome of this read, not the end of its stream.
    private Reading attempt() {
        try {
            return source.read();
        } catch (IOException e) {
            return new Reading.Failed(describe(e));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a defect in the source; please report it with this line", e);
            return new Reading.Failed(describe(e));
        }
    }

    private void prepareNext() {
        try {
            source.prepareNext();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a defect in the source; please report it with this line", e);
        }
    }

    private static String describe(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.toString() : message;
    }

    /** Ends the thread, and gives a read that is out a moment to end what it has begun: a program that it runs, for example. */
    @Override
    public void close() {
        orders.add(Order.END);
        if (isReadOut) {
            thread.interrupt();
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
