package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;

/** A stream in a temporary directory whose clock is moved by hand and whose files roll every second. */
public final class QueueFixture {

    public static final long SECOND = 1_000_000_000L;
    public static final ChronicleFiles SECONDLY = new ChronicleFiles(TestRollCycles.TEST_SECONDLY);

    private final Path directory;
    private long now = 1_735_899_330L * SECOND;
    private long monotonic;

    public QueueFixture(Path root) {
        this.directory = root.resolve("memory");
    }

    public Path directory() {
        return directory;
    }

    public StreamPlace place() {
        Path root = directory.getParent();
        return new StreamPlace(new QueueDirectory(root), root.resolve("cursors"), new StreamName("memory"));
    }

    public long now() {
        return now;
    }

    /** Time passes. */
    public void step(Duration duration) {
        now += duration.toNanos();
        monotonic += duration.toNanos();
    }

    /** Somebody sets the clock. */
    public void setClock(Duration difference) {
        now += difference.toNanos();
    }

    public SnapshotAppender appender() {
        StreamDescriptor descriptor =
                new StreamDescriptor(new StreamName("memory"), Duration.ofMillis(500), "collector-memory");
        return SnapshotAppender.open(directory, descriptor, new QueueClock(() -> now, () -> monotonic), SECONDLY);
    }

    public long append(SnapshotAppender appender) {
        return appender.append(RecordKind.OK, now, payload(appender.lastSequence() + 1));
    }

    public static ByteBuffer payload(long number) {
        return ByteBuffer.wrap(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }

    public SnapshotTail tail() {
        return SnapshotTail.after(directory, Position.START, SECONDLY);
    }

    public SnapshotTail tailAfter(Position position) {
        return SnapshotTail.after(directory, position, SECONDLY);
    }

    public SnapshotTail tailOfLast(int count) {
        return SnapshotTail.fromLast(directory, count, SECONDLY);
    }

    public SnapshotTail tailFrom(long epochNanos) {
        return SnapshotTail.fromTime(directory, epochNanos, SECONDLY);
    }

    /** What is left of a writer that was killed now: its files as they are, at the same time. */
    public QueueFixture copyTo(Path root) throws IOException {
        QueueFixture copy = new QueueFixture(root);
        copy.now = now;
        copy.monotonic = monotonic;
        Files.createDirectories(copy.directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.directory.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** The stream's files. */
    RollFiles rollFiles() {
        return new RollFiles(directory, SECONDLY.rollCycle());
    }

    /** Remembers what a tail delivered. */
    public static final class Seen implements TailListener {
        public final List<Long> sequences = new ArrayList<>();
        public final List<String> payloads = new ArrayList<>();
        public final List<Gap> gaps = new ArrayList<>();
        public final List<Damage> damages = new ArrayList<>();

        public static Seen allOf(SnapshotTail tail) {
            return new Seen().readAll(tail);
        }

        public Seen readAll(SnapshotTail tail) {
            while (tail.poll(this)) {
                // until the end
            }
            return this;
        }

        @Override
        public void onRecord(RecordView record) {
            sequences.add(record.sequence());
            payloads.add(record.payloadText());
        }

        @Override
        public void onGap(Gap gap) {
            gaps.add(gap);
        }

        @Override
        public void onDamage(Damage damage) {
            damages.add(damage);
        }
    }
}
