package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.FaultStream;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotAppender;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A writer to be killed: {@code FaultWriter DIR [--rate N] [--count N] [--size N]}. It says {@code open N} with the sequence it
 * goes on behind, and {@code ack N TOKEN} after each append has returned.
 */
final class FaultWriter {

    /** As a collector ends when the queue cannot be used at present. */
    private static final int TEMPORARY = 75;

    private static final int INTERNAL = 70;

    private final ChildOptions options;
    private final Parent parent;
    private final String token;

    private FaultWriter(ChildOptions options, Parent parent) {
        this.options = options;
        this.parent = parent;
        this.token = Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(System.nanoTime());
    }

    /** Writes until it is told to stop or has written enough. */
    public static void main(String... words) {
        Runtime.getRuntime().halt(new FaultWriter(ChildOptions.parse(words), Parent.watched()).run());
    }

    private int run() {
        try (SnapshotAppender appender = FaultStream.writer(options.path(0), EpochClock.SYSTEM::nanos)) {
            parent.say("open " + appender.lastSequence());
            write(appender);
            return 0;
        } catch (QueueException e) {
            System.err.println("hostpulse: " + e.getMessage());
            return TEMPORARY;
        } catch (RuntimeException | Error e) {
            System.err.println("hostpulse: ended by " + e);
            return INTERNAL;
        }
    }

    private void write(SnapshotAppender appender) {
        Payload payload = new Payload(token, (int) options.number("size", 0));
        long pause = TimeUnit.SECONDS.toNanos(1) / options.number("rate", 200);
        long left = options.number("count", Long.MAX_VALUE);
        long next = System.nanoTime();
        while (left-- > 0 && !parent.saidStop()) {
            long sequence =
                    appender.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), payload.of(appender.lastSequence() + 1));
            parent.say("ack " + sequence + " " + token);
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
