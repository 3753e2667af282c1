package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequencyTest {

    @TempDir
    Path folder;

    @Test
    void comesFromCpuinfoWhereThereIsNoCpufreqButNotAtEveryRead() throws Exception {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "cpu MHz\t\t: 2000.5\n");
        AtomicLong clock = new AtomicLong();
        try (CpuinfoGauge gauge = new CpuinfoGauge(new KernelFile(cpuinfo.toString()), clock::get)) {
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2000.5));
            Files.writeString(cpuinfo, "cpu MHz\t\t: 1000.0\n");
            clock.set(4_999_999_999L);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2000.5));
            clock.set(5_000_000_000L);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1000));
        }
    }

    @Test
    void isToldForEachCoreByCpuinfoAlsoWhenSomeAreOffline() throws Exception {
        Frequency frequency = CpuinfoGauge.parse(
                text("processor\t: 0\ncpu MHz\t\t: 2000.5\n\nprocessor\t: 3\ncpu MHz\t\t: 3000.5\n"));
        assertThat(frequency.current()).isEqualTo(new Value.Real(2500.5));
        assertThat(frequency.cores().of(cores(0, 3)))
                .isEqualTo(new Value.Sequence(List.of(new Value.Real(2000.5), new Value.Real(3000.5))));
    }

    @Test
    void isUnknownWhereCpuinfoDoesNotTellIt() throws Exception {
        Frequency frequency = CpuinfoGauge.parse(text("processor\t: 0\nBogoMIPS\t: 50.00\n"));
        assertThat(frequency.current()).isInstanceOf(Value.Missing.class);
        assertThat(frequency.cores().of(cores(0))).isEqualTo(frequency.current());
    }

    @Test
    void isUnknownWhenCpuinfoCannotBeRead() {
        try (CpuinfoGauge gauge =
                new CpuinfoGauge(new KernelFile(folder.resolve("none").toString()), System::nanoTime)) {
            assertThat(gauge.read().current()).isInstanceOf(Value.Missing.class);
        }
    }

    @Test
    void readsACapturedCpuinfo() throws Exception {
        Frequency frequency = CpuinfoGauge.parse(KernelFile.readOnce("src/test/resources/proc/cpuinfo"));
        assertThat(frequency.current()).isEqualTo(new Value.Real(2596.13));
        assertThat(frequency.cores().byNumber()).hasSize(2);
    }

    @Test
    void believesNeitherZeroNorWhatNoProcessorReaches() {
        assertThat(ClockRule.megahertz(0)).isInstanceOf(Value.Missing.class);
        assertThat(ClockRule.megahertz(-5)).isInstanceOf(Value.Missing.class);
        assertThat(ClockRule.megahertz(Double.NaN)).isInstanceOf(Value.Missing.class);
        assertThat(ClockRule.megahertz(10_000)).isEqualTo(new Value.Real(10_000));
        assertThat(ClockRule.megahertz(10_001))
                .isEqualTo(new Value.Missing("reported as 10001.0 MHz, which is not believed"));
    }

    @Test
    void believesALittleMoreThanTheMaximumButNotALot() {
        Value max = new Value.Real(2000);
        assertThat(ClockRule.megahertz(3000, max)).isEqualTo(new Value.Real(3000));
        assertThat(ClockRule.megahertz(3001, max))
                .isEqualTo(
                        new Value.Missing("reported as 3001.0 MHz, which is not believed: the maximum is 2000.0 MHz"));
        assertThat(ClockRule.megahertz(9000, new Value.Missing("unknown"))).isEqualTo(new Value.Real(9000));
    }

    @Test
    void isAskedElsewhereOnlyWhenTheFirstPlaceDoesNotTell() {
        ClockLimits limits = new ClockLimits(new Value.Real(1), new Value.Real(2), new Value.Real(3));
        Frequency told = new Frequency(new Value.Real(2), limits, CoreClocks.none("few"));
        Frequency untold = new Frequency(new Value.Missing("asleep"), limits, CoreClocks.none("few"));
        Frequency other = new Frequency(new Value.Real(9), ClockLimits.missing("none"), CoreClocks.none("none"));

        try (FallbackGauge gauge = new FallbackGauge(() -> told, () -> other)) {
            assertThat(gauge.read()).isEqualTo(told);
        }
        try (FallbackGauge gauge = new FallbackGauge(() -> untold, () -> other)) {
            assertThat(gauge.read()).isEqualTo(new Frequency(new Value.Real(9), limits, other.cores()));
        }
    }

    @Test
    void countsHyperThreadsOfOneCoreOnce() throws Exception {
        for (int cpu = 0; cpu < 4; cpu++) {
            Path topology = Files.createDirectories(folder.resolve("cpu" + cpu).resolve("topology"));
            Files.writeString(topology.resolve("thread_siblings_list"), cpu % 2 + "," + (cpu % 2 + 2) + "\n");
        }
        Files.createDirectories(folder.resolve("cpuidle"));
        assertThat(CpuTopology.physicalCores(folder)).isEqualTo(new Value.Whole(2));
        assertThat(CpuTopology.physicalCores(folder.resolve("none"))).isInstanceOf(Value.Missing.class);
    }

    private static List<CpuTimes.Core> cores(int... numbers) {
        CpuTicks ticks = new CpuTicks(1, 1, 1, 1, 1);
        return Arrays.stream(numbers)
                .mapToObj(number -> new CpuTimes.Core(number, ticks))
                .toList();
    }

    private static TextCursor text(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return new TextCursor("/proc/cpuinfo", bytes, bytes.length);
    }
}
