package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequencyTest {

    @TempDir
    Path folder;

    @Test
    void isTheMeanOfThePoliciesAndTheMaximumOfTheirMaxima() throws Exception {
        policy("policy0", "1200000", "3700000");
        policy("policy1", "2400000", "4100000");
        try (CpufreqGauge gauge = CpufreqGauge.open(folder)) {
            assertThat(gauge.read()).isEqualTo(new Frequency(new Value.Real(1800), new Value.Real(4100)));
        }
    }

    @Test
    void asksAtMostSixteenPolicies() throws Exception {
        for (int i = 100; i < 228; i++) {
            policy("policy" + i, i < 164 ? "1000000" : "3000000", "3700000");
        }
        try (CpufreqGauge gauge = CpufreqGauge.open(folder)) {
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2000));
        }
    }

    @Test
    void comesFromCpuinfoWhereThereIsNoCpufreqButNotAtEveryRead() throws Exception {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "cpu MHz\t\t: 2000.5\n\ncpu MHz\t\t: 3000.5\n");
        AtomicLong clock = new AtomicLong();
        try (CpuinfoGauge gauge = new CpuinfoGauge(new KernelFile(cpuinfo.toString()), clock::get)) {
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2500.5));
            Files.writeString(cpuinfo, "cpu MHz\t\t: 1000.0\n");
            clock.set(4_999_999_999L);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2500.5));
            clock.set(5_000_000_000L);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1000));
        }
    }

    @Test
    void isUnknownWhereCpuinfoDoesNotTellIt() throws Exception {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\nBogoMIPS\t: 50.00\n");
        assertThat(CpuinfoGauge.mean(KernelFile.readOnce(cpuinfo.toString()))).isInstanceOf(Value.Missing.class);
    }

    @Test
    void readsACapturedCpuinfo() throws Exception {
        assertThat(CpuinfoGauge.mean(KernelFile.readOnce("src/test/resources/proc/cpuinfo")))
                .isEqualTo(new Value.Real(2596.13));
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

    private void policy(String name, String current, String max) throws IOException {
        Path policy = Files.createDirectories(folder.resolve(name));
        Files.writeString(policy.resolve("scaling_cur_freq"), current + "\n");
        Files.writeString(policy.resolve("cpuinfo_max_freq"), max + "\n");
    }
}
