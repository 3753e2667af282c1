package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrunLogTest {

    @TempDir
    Path directory;

    @Test
    void isEmptyWhenNothingWasEverLost() throws IOException {
        assertThat(OverrunLog.in(directory).read()).isEmpty();
    }

    @Test
    void keepsTheNewestHundredAcrossWriters() throws IOException {
        for (long i = 1; i <= 130; i++) {
            OverrunLog.in(directory).add(List.of(loss(i)));
        }
        assertThat(OverrunLog.in(directory).read())
                .hasSize(100)
                .startsWith(loss(31))
                .endsWith(loss(130));
    }

    @Test
    void passesOverLinesThatMakeNoSense() throws IOException {
        OverrunLog.in(directory).add(List.of(loss(1)));
        Files.writeString(
                directory.resolve("overruns.ndjson"),
                "{\"time\":\"yesterday\"}\n{\"first\":1}\nnonsense\n",
                StandardOpenOption.APPEND);
        assertThat(OverrunLog.in(directory).read()).containsExactly(loss(1));
    }

    private static Overrun loss(long number) {
        long time = 1_735_905_600_000_000_000L + number * 1_000_000_000L;
        return new Overrun(time, new StreamName("memory"), "20250103-10F.cq4", "csv", new Gap(number, 2 * number));
    }
}
