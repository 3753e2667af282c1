package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMarkTest {

    @TempDir
    Path root;

    private DataDirectory data;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(root);
        data.create();
    }

    @Test
    void givesEachAgentCountersOfItsOwn() throws IOException {
        try (MarkFile file = MarkFile.create(data, "collector-small", 0)) {
            SharedMark shared = new SharedMark(file);
            shared.part("memory").counter("reads_total").add(3);
            shared.part("disk").counter("reads_total").add(1);
            assertThat(read().counters())
                    .containsEntry("memory.reads_total", 3L)
                    .containsEntry("disk.reads_total", 1L);
        }
    }

    @Test
    void saysOnceWhatKeepsSeveralFromTheirWork() throws IOException {
        try (MarkFile file = MarkFile.create(data, "collector-small", 0)) {
            SharedMark shared = new SharedMark(file);
            ProcessMark memory = shared.part("memory");
            ProcessMark disk = shared.part("disk");
            memory.condition("no disk space");
            disk.condition("no disk space");
            shared.part("gpu").condition("no GPU");
            assertThat(read().condition()).isEqualTo("no disk space; no GPU");
            memory.condition("");
            assertThat(read().condition()).isEqualTo("no disk space; no GPU");
            disk.condition("");
            assertThat(read().condition()).isEqualTo("no GPU");
        }
    }

    @Test
    void letsAPartOfAProcessSpeakAndCountForAllOfIt() throws IOException {
        try (MarkFile file = MarkFile.create(data, "collector-small", 0)) {
            SharedMark shared = new SharedMark(file);
            ProcessMark mail = shared.voice("mail");
            mail.counter("sent_total").add(2);
            mail.condition("no connection");
            shared.voice("disk").condition("no disk space");
            assertThat(read().counters()).containsEntry("sent_total", 2L);
            assertThat(read().condition()).isEqualTo("no disk space; no connection");
            mail.condition("");
            assertThat(read().condition()).isEqualTo("no disk space");
        }
    }

    private Mark read() throws IOException {
        return Mark.read(data, "collector-small").orElseThrow();
    }
}
