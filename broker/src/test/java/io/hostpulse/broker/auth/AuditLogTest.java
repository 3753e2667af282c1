package io.hostpulse.broker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.auth.AuditFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Author ANN = new Author("ann", "10.0.0.7", "operator");

    @TempDir
    Path directory;

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void tellsWhoFromWhereWhatAndWhatCameOfIt() throws IOException {
        log().note(ANN, "acknowledge", "{\"alert\":\"a1\"}", "refused", "there is no such alert");
        write();
        assertThat(lines())
                .containsExactly(
                        "{\"timestamp\":\"1970-01-01T00:00:00.000000Z\",\"by\":\"ann\",\"address\":\"10.0.0.7\","
                                + "\"role\":\"operator\",\"action\":\"acknowledge\",\"arguments\":\"{\\\"alert\\\":\\\"a1\\\"}\","
                                + "\"result\":\"refused\",\"detail\":\"there is no such alert\"}");
    }

    @Test
    void countsWhatItCouldNotKeepUpWith() throws IOException {
        AuditLog log = log();
        for (int i = 0; i < 1003; i++) {
            log.note(ANN, "note", "", "done", "");
        }
        write();
        assertThat(lines()).hasSize(1001).anyMatch(line -> line.contains("\"action\":\"lost\",\"count\":3}"));
    }

    @Test
    void countsWhatCouldNotBeWritten() throws IOException {
        Files.createDirectory(file());
        AuditLog log = log();
        log.note(ANN, "note", "", "done", "");
        write();
        Files.delete(file());
        log.note(ANN, "note", "", "done", "");
        write();
        assertThat(lines()).hasSize(2).anyMatch(line -> line.contains("\"action\":\"lost\",\"count\":1}"));
    }

    @Test
    void isCutWhereItIsLonger() throws IOException {
        log().note(ANN, "note", "x".repeat(100_000), "done", "");
        write();
        assertThat(lines().get(0)).hasSizeLessThan(3000).contains("x…");
    }

    private AuditLog log() {
        return new AuditLog(new AuditFile(file(), 1_000_000, 3), () -> 0, waiting::add);
    }

    private void write() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private Path file() {
        return directory.resolve("audit.ndjson");
    }
}
