package io.hostpulse.collector.source.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.MalformedTextException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UtmpRecordsTest {

    private static final Session ALICE = new Session("alice", "pts/0", Instant.ofEpochSecond(1_700_000_000L));

    @TempDir
    Path folder;

    @Test
    void findsUsersAmongOtherRecords() throws Exception {
        byte[] content = join(record(384, 2, 0, "reboot", "~"), record(384, 7, 4711, "alice", "pts/0"));
        assertThat(new UtmpRecords("amd64").parse("/run/utmp", content))
                .containsExactly(new UtmpRecords.Entry(4711, ALICE));
    }

    @Test
    void knowsTheWiderRecordsOfArm() throws Exception {
        assertThat(new UtmpRecords("aarch64").parse("/run/utmp", record(400, 7, 4711, "alice", "pts/0")))
                .containsExactly(new UtmpRecords.Entry(4711, ALICE));
    }

    @Test
    void refusesAFileThatWasCutOff() {
        assertThatThrownBy(() -> new UtmpRecords("amd64").parse("/run/utmp", new byte[385]))
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("/run/utmp: expected records of 384 bytes, found '385 bytes'");
    }

    @Test
    void doesNotListASessionWhoseProcessIsGone() throws Exception {
        Path utmp = folder.resolve("utmp");
        Files.write(utmp, join(record(384, 7, 4711, "alice", "pts/0"), record(384, 7, 4712, "bob", "pts/1")));
        Path proc = Files.createDirectories(folder.resolve("proc"));
        Files.createDirectory(proc.resolve("4711"));

        assertThat(new UtmpFile(utmp, proc, new UtmpRecords("amd64")).sessions())
                .containsExactly(ALICE);
    }

    @Test
    void saysThatThereIsNoFile() {
        UtmpFile file = new UtmpFile(folder.resolve("none"), folder, new UtmpRecords("amd64"));
        assertThatThrownBy(file::sessions).isInstanceOf(IOException.class).hasMessageContaining("none");
    }

    private static byte[] record(int size, int type, int pid, String user, String terminal) {
        ByteBuffer record = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        record.putShort(0, (short) type).putInt(4, pid);
        record.put(8, terminal.getBytes(StandardCharsets.US_ASCII));
        record.put(44, user.getBytes(StandardCharsets.US_ASCII));
        if (size == 400) {
            record.putLong(344, ALICE.since().getEpochSecond());
        } else {
            record.putInt(340, (int) ALICE.since().getEpochSecond());
        }
        return record.array();
    }

    private static byte[] join(byte[]... records) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] record : records) {
            content.write(record);
        }
        return content.toByteArray();
    }
}
