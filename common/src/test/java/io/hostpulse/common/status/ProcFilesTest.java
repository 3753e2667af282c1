package io.hostpulse.common.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hostpulse.testkit.FakeProc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {

    private static final String COMMAND = "java -cp x io.hostpulse.broker.BrokerMain";

    @TempDir
    private Path root;

    private FakeProc fake;
    private ProcFiles proc;

    @BeforeEach
    void create() throws IOException {
        fake = new FakeProc(root).create();
        proc = new ProcFiles(root);
    }

    @Test
    void measuresALiveProcess() throws IOException {
        fake.process(42, COMMAND);
        Usage usage = proc.usage(42).orElseThrow();
        assertThat(usage.ageNanos()).isEqualTo(192_000_000_000L);
        assertThat(usage.cpuPercent().orElseThrow()).isCloseTo(100 * 0.77 / 192, within(0.001));
        assertThat(usage.memory()).contains(new Usage.Memory("pss", 49_357L * 1024));
    }

    @Test
    void fallsBackToTheResidentSize() throws IOException {
        fake.process(42, COMMAND).hideMemoryMapOf(42);
        assertThat(proc.usage(42).orElseThrow().memory()).contains(new Usage.Memory("rss", 61_440L * 1024));
    }

    @Test
    void knowsNothingOfAProcessThatEndedOrIsNotOurs() throws IOException {
        fake.process(43, "vim /etc/fstab").process(44, COMMAND, "Z");
        assertThat(proc.usage(42)).isEmpty();
        assertThat(proc.usage(43)).isEmpty();
        assertThat(proc.usage(44)).isEmpty();
        assertThat(proc.usage(0)).isEmpty();
    }

    @Test
    void averagesNothingOverNoTime() {
        assertThat(new Usage(0, 0, Optional.empty()).cpuPercent()).isEmpty();
    }
}
