package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A real stream beside its model. Each operation does the same to both; the reading ones compare. A kill is the copy of the
 * directory of a writer that never said goodbye.
 */
final class ModelledStream implements AutoCloseable {

    private final Random random;
    private final Path root;
    private final QueueModel model = new QueueModel();
    private QueueFixture fixture;
    private SnapshotAppender appender;
    private CursorFile cursor;
    private SnapshotTail tail;
    private ModelledReader reader;
    private int lives;

    ModelledStream(Path root, Random random) throws IOException {
        this.root = root;
        this.random = random;
        this.fixture = new QueueFixture(root.resolve("0"));
        this.appender = fixture.appender();
        this.cursor = CursorFile.open(root.resolve("reader.cursor"));
        openTail();
    }

    void append() {
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            long sequence = fixture.append(appender);
            assertThat(sequence).isEqualTo(model.newest() + 1);
            model.append("{\"n\":" + sequence + "}", fixture.now() / QueueFixture.SECOND);
            fixture.step(Duration.ofMillis(random.nextInt(100)));
        }
    }

    void roll() {
        fixture.step(Duration.ofMillis(500 + random.nextInt(3000)));
    }

    /** Reads a little with the tail that lives on. */
    void tail() {
        for (int i = random.nextInt(8); i > 0; i--) {
            if (!tail.poll(reader)) {
                tail.inspect(reader);
            }
        }
    }

    void moveCursor() {
        if (tail.delivered().sequence() > 0) {
            cursor.moveTo(tail.delivered());
        }
    }

    /** The reader dies: what it had read behind its cursor comes again. */
    void reopenTail() {
        tail.close();
        openTail();
    }

    private void openTail() {
        tail = fixture.tailAfter(cursor.position());
        reader = new ModelledReader(model, cursor.position());
    }

    void reopenWriter() {
        appender.close();
        appender = fixture.appender();
        assertThat(appender.lastSequence()).isEqualTo(model.newest());
    }

    void kill() throws IOException {
        QueueFixture next = fixture.copyTo(root.resolve(Integer.toString(++lives)));
        tail.close();
        appender.close();
        fixture = next;
        appender = fixture.appender();
        assertThat(appender.lastSequence()).isEqualTo(model.newest());
        openTail();
    }

    /** Deletes the oldest files, but never the one that is written. */
    void prune() throws IOException {
        List<Long> seconds = model.seconds();
        if (seconds.size() < 2) {
            return;
        }
        long keep = seconds.get(random.nextInt(seconds.size()));
        RollFiles files = fixture.rollFiles();
        for (RollFile file : files.list()) {
            if (files.beginOf(file.cycle()) < keep * 1000) {
                Files.delete(file.path());
            }
        }
        model.prune(keep);
    }

    /** A complete read, by one that starts afresh and by the one that lives on. */
    void check() {
        ModelledReader fresh = new ModelledReader(model, Position.START);
        try (SnapshotTail complete = fixture.tail()) {
            drain(complete, fresh);
        }
        assertThat(fresh.missing()).as("missing in a fresh read").isZero();
        drain(tail, reader);
    }

    private void drain(SnapshotTail source, ModelledReader into) {
        while (source.poll(into) || source.inspect(into)) {
            // until the end
        }
        assertThat(into.next()).as("behind the newest record").isEqualTo(model.newest() + 1);
    }

    @Override
    public void close() {
        tail.close();
        appender.close();
    }
}
