package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordKind;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotAppenderTest {

    @TempDir
    Path root;

    private QueueFixture stream;

    @BeforeEach
    void createStream() {
        stream = new QueueFixture(root);
    }

    @Test
    void numbersRecordsFromOne() {
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(1);
            assertThat(stream.append(appender)).isEqualTo(2);
        }
    }

    @Test
    void continuesTheSequenceAfterARestartAndARoll() {
        try (SnapshotAppender appender = stream.appender()) {
            stream.append(appender);
            stream.append(appender);
        }
        stream.step(Duration.ofSeconds(5));
        try (SnapshotAppender appender = stream.appender()) {
            assertThat(stream.append(appender)).isEqualTo(3);
        }
        try (SnapshotTail tail = stream.tail()) {
            assertThat(QueueFixture.Seen.allOf(tail).sequences).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void rejectsSecondWriterWhileFirstLives() {
        try (SnapshotAppender first = stream.appender()) {
            assertThatThrownBy(stream::appender)
                    .isInstanceOf(WriterPresentException.class)
                    .hasMessageContaining(stream.directory().toString())
                    .hasMessageContaining(
                            "collector-memory, pid " + ProcessHandle.current().pid());
            stream.append(first);
        }
        stream.appender().close();
    }

    @Test
    void goesOnWhenTheClockGoesBackAcrossARoll() {
        try (SnapshotAppender appender = stream.appender()) {
            stream.append(appender);
            stream.step(Duration.ofSeconds(10));
            stream.append(appender);
            stream.setClock(Duration.ofHours(-1));
            assertThat(stream.append(appender)).isEqualTo(3);
        }
        try (SnapshotAppender restarted = stream.appender();
                SnapshotTail tail = stream.tail()) {
            assertThat(stream.append(restarted)).isEqualTo(4);
            assertThat(QueueFixture.Seen.allOf(tail).sequences).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void usesTheNumberAgainWhenARecordWasRefused() {
        try (SnapshotAppender appender = stream.appender()) {
            ByteBuffer tooLong = ByteBuffer.allocate(RecordEncoder.MAX_PAYLOAD + 1);
            assertThatThrownBy(() -> appender.append(RecordKind.OK, stream.now(), tooLong))
                    .isInstanceOf(RecordFormatException.class);
            assertThat(stream.append(appender)).isEqualTo(1);
        }
    }

    @Test
    void keepsTheQueueToItsOwner() throws Exception {
        stream.appender().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stream.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void describesTheStreamToReaders() throws Exception {
        stream.appender().close();
        StreamDescriptor descriptor = StreamDescriptor.readFrom(stream.directory());
        assertThat(descriptor.interval()).isEqualTo(Duration.ofMillis(500));
        assertThat(descriptor.writer()).isEqualTo("collector-memory");
        assertThat(new QueueDirectory(root).streams()).containsExactly(descriptor.name());
    }
}
