package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class ProcessorOnThisHostTest {

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @Test
    void agreesWithProc() throws Exception {
        try (LinuxProcessor processor = LinuxProcessor.open(System::nanoTime);
                ProcessorSource source = new ProcessorSource(processor)) {
            double[] before = stat();
            spinUntilTicksPassed(before[1]);
            Fields fields = ((Reading.Ok) source.read()).fields();
            double[] after = stat();

            double expected = 100 * (1 - (after[0] - before[0]) / (after[1] - before[1]));
            assertThat(real(fields, "usage_percent")).isCloseTo(expected, within(20.0));
            assertThat(real(fields, "load_1m")).isCloseTo(load(), within(0.5));
            assertThat(fields.get("logical_count")).contains(new Value.Whole(onlineCores()));
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        try (LinuxProcessor linux = LinuxProcessor.open(System::nanoTime)) {
            OshiProcessor oshi =
                    new OshiProcessor(new SystemInfo().getHardware().getProcessor());
            assertThat(oshi.times().cores()).hasSameSizeAs(linux.times().cores());
            assertThat(oshi.physicalCores()).isEqualTo(linux.physicalCores());
            assertThat(oshi.load().one()).isInstanceOf(Value.Real.class);
            assertThat(oshi.frequency()).isNotNull();
            // OSHI counts in milliseconds, Linux in hundredths of a second.
            assertThat(oshi.times().all().total() / 10)
                    .isCloseTo(linux.times().all().total(), within(200L));
        }
    }

    /** Idle ticks with iowait, and all ticks without guest time, by the simplest means. */
    private static double[] stat() throws IOException {
        String[] columns =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
        double all = 0;
        for (int i = 1; i <= 8; i++) {
            all += Double.parseDouble(columns[i]);
        }
        return new double[] {Double.parseDouble(columns[4]) + Double.parseDouble(columns[5]), all};
    }

    private static void spinUntilTicksPassed(double start) throws IOException {
        while (stat()[1] < start + 40) {
            Thread.onSpinWait();
        }
    }

    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    private static long onlineCores() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/stat"));
        return lines.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
    }

    private static double real(Fields fields, String name) {
        return ((Value.Real) fields.get(name).orElseThrow()).value();
    }
}
