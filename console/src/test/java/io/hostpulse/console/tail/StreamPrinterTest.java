package io.hostpulse.console.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.text.Style;
import io.hostpulse.console.fixture.DataFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamPrinterTest {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private DataFixture fixture;

    @BeforeEach
    void create() throws IOException {
        fixture = new DataFixture(root);
    }

    private void print(TailRequest request, boolean json, Writer to, Pause pause) throws IOException {
        Output output = new Output(
                new PrintWriter(to),
                new PrintWriter(err),
                Style.PLAIN,
                Style.PLAIN,
                60,
                ZoneId.of("Europe/Berlin"),
                json);
        new StreamPrinter(new QueueDirectory(fixture.data().queues()), fixture::now, pause, output).print(request);
    }

    private void print(TailRequest request, boolean json) throws IOException {
        print(request, json, out, moment -> {
            throw new AssertionError("nobody asked to wait");
        });
    }

    private static TailRequest last(String stream, int count) {
        return new TailRequest(stream, count, Optional.empty(), false);
    }

    private static TailRequest following(String stream, int count) {
        return new TailRequest(stream, count, Optional.empty(), true);
    }

    @Test
    void printsTheNewestRecordsForPeople() throws IOException {
        fixture.write("memory", 12);
        print(last("memory", 2), false);
        assertThat(out).hasToString("""
                2025-01-03 11:15:35.000  #11  ok  n=11
                2025-01-03 11:15:35.500  #12  ok  n=12
                """);
    }

    @Test
    void printsOneObjectALineForPrograms() throws IOException {
        fixture.write("memory", 3);
        fixture.write("memory", new Reading.Unavailable("asleep"));
        print(last("memory", 2), true);
        assertThat(out).hasToString("""
                        {"stream":"memory","sequence":3,"timestamp":"2025-01-03T10:15:31.000000Z","kind":"ok","data":{"n":3}}
                        {"stream":"memory","sequence":4,"timestamp":"2025-01-03T10:15:31.500000Z","kind":"unavailable","data":{"state":"unavailable","reason":"asleep"}}
                        """);
    }

    @Test
    void beginsAtATime() throws IOException {
        fixture.write("memory", 6);
        print(new TailRequest("memory", 10, Optional.of(fixture.now() - DataFixture.SECOND), false), false);
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void showsWhyThereIsNoDataAndCutsWhatIsTooLong() throws IOException {
        fixture.write("gpu", new Reading.Failed("no \u001b[2J answer within the two seconds it was given"));
        print(last("gpu", 1), false);
        assertThat(out).hasToString("2025-01-03 11:15:30.000  #1  !!  failed: no \\u001b[2J answe…\n");
    }

    @Test
    void tellsDamageOnStderr() throws IOException {
        fixture.write("memory", 1);
        try (SnapshotAppender appender = fixture.appender("memory")) {
            appender.append(RecordKind.OK, fixture.now(), ByteBuffer.wrap("{}".getBytes(StandardCharsets.UTF_8)));
        }
        new DamagedRecord(fixture.data().queues().resolve("memory")).flipLastByteOf("{\"n\":1}");
        print(last("memory", 5), false);
        assertThat(err.toString()).startsWith("memory: damage in ");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void followsUntilNobodyReads() throws IOException {
        fixture.write("memory", 3);
        try (SnapshotAppender appender = fixture.appender("memory")) {
            print(
                    following("memory", 1),
                    false,
                    new ClosingWriter(out, 3),
                    moment -> fixture.append(appender, DataFixture.number(appender.lastSequence() + 1)));
        }
        assertThat(out.toString().lines().map(line -> line.substring(25)))
                .containsExactly("#3  ok  n=3", "#4  ok  n=4", "#5  ok  n=5");
    }

    @Test
    void waitsForAStreamThatDoesNotExistYetAndShowsItFromItsFirstRecord() throws IOException {
        print(following("memory", 0), false, new ClosingWriter(out, 1), moment -> fixture.write("memory", 1));
        assertThat(err.toString()).startsWith("waiting for stream 'memory' to appear in ");
        assertThat(out.toString()).contains("#1  ok  n=1");
    }

    @Test
    void namesTheStreamsThereAre() {
        fixture.write("memory", 1);
        fixture.write("disk", 1);
        assertThatThrownBy(() -> print(last("memry", 1), false))
                .isInstanceOf(NoSuchStreamException.class)
                .hasMessage("there is no stream 'memry'; did you mean 'memory'?; there are: disk, memory");
        assertThatThrownBy(() -> print(following("../memory", 1), false)).isInstanceOf(NoSuchStreamException.class);
    }
}
