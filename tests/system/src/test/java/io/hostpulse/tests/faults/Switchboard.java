package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stream of switches, sampled ten times a second while this is open: a rule makes an alert of each that is on. Its writer lives
 * in the campaign, so samples go on whatever happens to those who read them.
 */
final class Switchboard implements AutoCloseable {

    static final String STREAM = "switchboard";

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Path directory;
    private final PayloadWriter payloads = new PayloadWriter();
    private final Map<String, Boolean> switches = new LinkedHashMap<>();
    private final BlockingQueue<FutureTask<Long>> changes = new LinkedBlockingQueue<>();
    private final Thread sampler = new Thread(this::run, "switchboard");
    private SnapshotAppender appender;

    Switchboard(Path queues) {
        directory = queues.resolve(STREAM);
        sampler.setDaemon(true);
        sampler.start();
    }

    // The queue wants one thread for all of its writer's life.
    private void run() {
        try (SnapshotAppender opened = SnapshotAppender.open(
                directory,
                new StreamDescriptor(new StreamName(STREAM), INTERVAL, "campaign"),
                EpochClock.SYSTEM::nanos)) {
            appender = opened;
            while (true) {
                FutureTask<Long> change = changes.poll(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                if (change == null) {
                    sample();
                } else {
                    change.run();
                }
            }
        } catch (InterruptedException closed) {
            // As closing means to.
        }
    }

    /** Turns a new switch on and tells when it was first seen so, epoch nanoseconds. */
    long turnOn(String name) {
        return set(name, true);
    }

    void turnOff(String name) {
        set(name, false);
    }

    private long set(String name, boolean on) {
        FutureTask<Long> change = new FutureTask<>(() -> {
            switches.put(name, on);
            return sample();
        });
        changes.add(change);
        try {
            return change.get(Trial.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the switchboard does not answer", e);
        }
    }

    private long sample() {
        long now = EpochClock.SYSTEM.nanos();
        Fields snapshot = Fields.builder()
                .put(
                        "switches",
                        switches.entrySet().stream().map(Switchboard::element).toList())
                .build();
        appender.append(RecordKind.OK, now, payloads.write(snapshot));
        return now;
    }

    private static Fields element(Map.Entry<String, Boolean> one) {
        return Fields.builder()
                .put("name", one.getKey())
                .put("on", one.getValue() ? 1L : 0L)
                .build();
    }

    @Override
    public void close() {
        sampler.interrupt();
        try {
            sampler.join(Trial.LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
