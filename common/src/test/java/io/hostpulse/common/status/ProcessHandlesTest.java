package io.hostpulse.common.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts a shell")
class ProcessHandlesTest {

    @TempDir
    private Path noProc;

    private Optional<Usage> usageOf(String script) throws Exception {
        Process child = new ProcessBuilder("sh", "-c", script).start();
        try {
            return Processes.of(noProc, EpochClock.SYSTEM).usage(child.pid());
        } finally {
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsOfAProcessWithoutAProcessFilesystem() throws Exception {
        Usage usage = usageOf("read line; : hostpulse").orElseThrow();
        assertThat(usage.ageNanos()).isNotNegative();
        assertThat(usage.cpuNanos()).isNotNegative();
        assertThat(usage.memory()).isEmpty();
    }

    @Test
    void knowsNothingOfOtherProgramsAndOfTheDead() throws Exception {
        assertThat(usageOf("read line; : vim")).isEmpty();
        assertThat(Processes.of(noProc, EpochClock.SYSTEM).usage(0)).isEmpty();
    }

    @Test
    void prefersTheKernelsFiles(@TempDir Path proc) throws IOException {
        Files.writeString(proc.resolve("uptime"), "1.00 1.00\n");
        assertThat(Processes.of(proc, EpochClock.SYSTEM)).isInstanceOf(ProcFiles.class);
    }
}
