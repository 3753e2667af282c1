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

    /** Hundredths of a second: OSHI rounds each kind of time by itself. */
    private static final long ROUNDING = 20;

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @Test
    void agreesWithProc() throws Exception {
        double[] before = stat();
        try (LinuxProcessor processor = LinuxProcessor.open(System::nanoTime);
                ProcessorSource source = new ProcessorSource(processor)) {
            double[] begun = stat();
            spinUntilTicksPassed(begun[1]);
            double[] ending = stat();
            Fields fields = ((Reading.Ok) source.read()).fields();
            double[] after = stat();

            // However late this thread is woken, the share is between what the kernel counts within and around the
            // measured time.
            double least = 100 * (busy(ending) - busy(begun)) / (after[1] - before[1]);
            double most = 100 * (busy(after) - busy(before)) / (ending[1] - begun[1]);
            assertThat(real(fields, "usage_percent")).isBetween(least - 5, most + 5);
            assertThat(real(fields, "load_1m")).isCloseTo(load(), within(0.5));
            assertThat(fields.get("logical_count")).contains(new Value.Whole(onlineCores()));
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        try (LinuxProcessor linux = LinuxProcessor.open(System::nanoTime)) {
            long before = linux.times().all().total();
            OshiProcessor oshi =
                    new OshiProcessor(new SystemInfo().getHardware().getProcessor());
            long counted = oshi.times().all().total() / 10;
            long after = linux.times().all().total();
            assertThat(oshi.times().cores()).hasSameSizeAs(linux.times().cores());
            assertThat(oshi.physicalCores()).isEqualTo(linux.physicalCores());
            assertThat(oshi.load().one()).isInstanceOf(Value.Real.class);
            assertThat(oshi.frequency()).isNotNull();
            // OSHI counts in milliseconds, Linux in hundredths of a second.
            assertThat(counted).isBetween(before - ROUNDING, after + ROUNDING);
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

    private static double busy(double[] stat) {
        return stat[1] - stat[0];
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
