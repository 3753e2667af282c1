package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpufreqGaugeTest {

    private static final long FIVE_SECONDS = 5_000_000_000L;

    @TempDir
    Path cpus;

    private final AtomicLong clock = new AtomicLong();

    @BeforeEach
    void twoCores() throws IOException {
        Files.writeString(cpus.resolve("online"), "0-1\n");
    }

    @Test
    void isTheMeanOverTheCoresOfAMachineWithTwoKindsOfThem() throws Exception {
        policy(0, "0 1 2", "1200000", "800000", "2000000");
        policy(3, "3", "2400000", "600000", "4100000");
        try (CpufreqGauge gauge = open()) {
            Frequency frequency = gauge.read();
            assertThat(frequency.current()).isEqualTo(new Value.Real(1500));
            assertThat(frequency.limits().min()).isEqualTo(new Value.Real(600));
            assertThat(frequency.limits().max()).isEqualTo(new Value.Real(4100));
            assertThat(frequency.cores().of(cores(4)))
                    .isEqualTo(new Value.Sequence(List.of(
                            new Value.Real(1200), new Value.Real(1200), new Value.Real(1200), new Value.Real(2400))));
        }
    }

    @Test
    void knowsTheBaseFromTheDriverOrElseFromTheFirmware() throws Exception {
        policy(0, "0", "1200000", "800000", "3000000");
        Files.writeString(
                Files.createDirectories(cpus.resolve("cpu0/acpi_cppc")).resolve("nominal_freq"), "2450\n");
        try (CpufreqGauge gauge = open()) {
            assertThat(gauge.read().limits().base()).isEqualTo(new Value.Real(2450));
        }
        Files.writeString(cpus.resolve("cpufreq/policy0/base_frequency"), "2600000\n");
        try (CpufreqGauge gauge = open()) {
            assertThat(gauge.read().limits().base()).isEqualTo(new Value.Real(2600));
        }
    }

    @Test
    void asksAtMostSixteenPoliciesAndThenListsNoCores() throws Exception {
        for (int i = 100; i < 228; i++) {
            policy(i, "" + i, i < 164 ? "1000000" : "3000000", "800000", "3700000");
        }
        try (CpufreqGauge gauge = open()) {
            Frequency frequency = gauge.read();
            assertThat(frequency.current()).isEqualTo(new Value.Real(2000));
            assertThat(frequency.cores().of(cores(2)))
                    .isEqualTo(new Value.Missing("read on machines of at most 16 cpufreq policies"));
        }
    }

    @Test
    void goesOnWithoutAPolicyThatGoesAwayAndTakesANewOneIn() throws Exception {
        policy(0, "0", "1200000", "800000", "3000000");
        Path second = policy(1, "1", "2400000", "800000", "3000000");
        try (CpufreqGauge gauge = open()) {
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1800));
            // An open file of /sys fails when its policy is gone; a file that was emptied is the nearest thing here.
            Files.writeString(second.resolve("scaling_cur_freq"), "");
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1200));
            Files.writeString(second.resolve("scaling_cur_freq"), "3000000\n");
            policy(2, "2", "3000000", "800000", "3000000");
            clock.addAndGet(FIVE_SECONDS);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(2400));
        }
    }

    @Test
    void looksForCoresAgainWhenOthersAreOnline() throws Exception {
        Path policy = policy(0, "0 1", "1200000", "800000", "3000000");
        try (CpufreqGauge gauge = open()) {
            assertThat(gauge.read().cores().byNumber()).containsOnlyKeys(0, 1);
            Files.writeString(policy.resolve("affected_cpus"), "0\n");
            Files.writeString(cpus.resolve("online"), "0\n");
            assertThat(gauge.read().cores().byNumber()).containsOnlyKeys(0, 1);
            clock.addAndGet(FIVE_SECONDS);
            assertThat(gauge.read().cores().byNumber()).containsOnlyKeys(0);
        }
    }

    @Test
    void asksTheHardwareWhenTheDriverDoesNotKnow() throws Exception {
        Path policy = policy(0, "0", "<unknown>", "800000", "3000000");
        try (CpufreqGauge gauge = open()) {
            assertThat(((Value.Missing) gauge.read().current()).reason()).contains("<unknown>");
            Files.writeString(policy.resolve("cpuinfo_cur_freq"), "1700000\n");
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1700));
        }
    }

    @Test
    void saysThatACoreIsClockedImplausibly() throws Exception {
        policy(0, "0", "1200000", "800000", "3000000");
        policy(1, "1", "9000000", "800000", "3000000");
        policy(2, "2", "0", "800000", "3000000");
        try (CpufreqGauge gauge = open()) {
            Frequency frequency = gauge.read();
            assertThat(frequency.current()).isEqualTo(new Value.Real(1200));
            assertThat(frequency.cores().byNumber().get(1)).isInstanceOf(Value.Missing.class);
            assertThat(frequency.cores().byNumber().get(2)).isInstanceOf(Value.Missing.class);
        }
    }

    @Test
    void findsADriverThatIsLoadedLater() throws Exception {
        try (CpufreqGauge gauge = open()) {
            assertThat(gauge.read().current()).isEqualTo(new Value.Missing("there is no cpufreq in /sys"));
            policy(0, "0", "1200000", "800000", "3000000");
            clock.addAndGet(FIVE_SECONDS);
            assertThat(gauge.read().current()).isEqualTo(new Value.Real(1200));
        }
    }

    private CpufreqGauge open() {
        return new CpufreqGauge(cpus, clock::get);
    }

    private Path policy(int number, String cores, String current, String min, String max) throws IOException {
        Path policy = Files.createDirectories(cpus.resolve("cpufreq/policy" + number));
        Files.writeString(policy.resolve("affected_cpus"), cores + "\n");
        Files.writeString(policy.resolve("scaling_cur_freq"), current + "\n");
        Files.writeString(policy.resolve("cpuinfo_min_freq"), min + "\n");
        Files.writeString(policy.resolve("cpuinfo_max_freq"), max + "\n");
        return policy;
    }

    private static List<CpuTimes.Core> cores(int count) {
        CpuTicks ticks = new CpuTicks(1, 1, 1, 1, 1);
        return IntStream.range(0, count)
                .mapToObj(number -> new CpuTimes.Core(number, ticks))
                .toList();
    }
}
