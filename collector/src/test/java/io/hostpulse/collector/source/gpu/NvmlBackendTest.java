package io.hostpulse.collector.source.gpu;

import static io.hostpulse.collector.source.gpu.Cards.ALL;
import static io.hostpulse.collector.source.gpu.Cards.elements;
import static io.hostpulse.collector.source.gpu.Cards.missing;
import static io.hostpulse.collector.source.gpu.Cards.real;
import static io.hostpulse.collector.source.gpu.Cards.text;
import static io.hostpulse.collector.source.gpu.Cards.value;
import static io.hostpulse.collector.source.gpu.Cards.whole;
import static io.hostpulse.collector.source.gpu.Cards.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.TimeLimit;
import io.hostpulse.common.model.Fields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real binding to a library that is compiled from C and behaves as a scenario says. */
class NvmlBackendTest {

    private static final String FIRST = "0000:01:00.0";
    private static final String SECOND = "0000:65:00.0";
    private static final long GB = 1L << 30;

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private FakeSysfs sysfs;
    private FakeNvml nvml;
    private NvmlBackend backend;

    @BeforeEach
    void compile() throws Exception {
        sysfs = new FakeSysfs(folder.resolve("sys"));
        nvml = FakeNvml.in(folder);
    }

    @AfterEach
    void close() {
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void readsEverythingThatACardTells() throws Exception {
        sysfs.nvidia(FIRST);
        CardReading card = open(ALL).read().get(0);

        assertThat(card.state()).isEqualTo(CardState.ACTIVE);
        assertThat(card.key()).isEqualTo(FIRST);
        assertThat(value(card, CardField.NAME)).isEqualTo(text("NVIDIA Fake 0"));
        assertThat(value(card, CardField.UUID)).isEqualTo(text("GPU-fake-0"));
        assertThat(value(card, CardField.DRIVER_VERSION)).isEqualTo(text("550.54.15"));
        assertThat(value(card, CardField.MEMORY_TOTAL)).isEqualTo(whole(16 * GB));
        assertThat(value(card, CardField.MEMORY_USED))
                .as("without what is reserved")
                .isEqualTo(whole(4 * GB));
        assertThat(value(card, CardField.MEMORY_FREE)).isEqualTo(whole(11 * GB));
        assertThat(value(card, CardField.MEMORY_USAGE_PERCENT)).isEqualTo(real(25));
        assertThat(value(card, CardField.GPU_USAGE_PERCENT)).isEqualTo(real(37));
        assertThat(value(card, CardField.MEMORY_BANDWIDTH_PERCENT)).isEqualTo(real(12));
        assertThat(value(card, CardField.TEMPERATURE)).isEqualTo(real(61));
        assertThat(value(card, CardField.FAN_PERCENT)).isEqualTo(real(44));
        assertThat(value(card, CardField.POWER_DRAW)).isEqualTo(real(187.65));
        assertThat(value(card, CardField.POWER_LIMIT)).isEqualTo(real(300));
        assertThat(value(card, CardField.CLOCK_GRAPHICS)).isEqualTo(whole(1000));
        assertThat(value(card, CardField.CLOCK_SM)).isEqualTo(whole(1001));
        assertThat(value(card, CardField.CLOCK_MEMORY_MAX)).isEqualTo(whole(2002));
        assertThat(value(card, CardField.ECC_CORRECTED_VOLATILE)).isEqualTo(whole(1));
        assertThat(value(card, CardField.ECC_UNCORRECTED_VOLATILE)).isEqualTo(whole(2));
        assertThat(value(card, CardField.ECC_CORRECTED_AGGREGATE)).isEqualTo(whole(11));
        assertThat(value(card, CardField.ECC_UNCORRECTED_AGGREGATE)).isEqualTo(whole(12));
        assertThat(value(card, CardField.THROTTLE_REASONS)).isEqualTo(words("sw_power_cap", "hw_thermal_slowdown"));
        assertThat(value(card, CardField.MIG_MODE)).isEqualTo(text("disabled"));
    }

    @Test
    void listsEachProgramOnceHoweverManyThereAre() throws Exception {
        sysfs.nvidia(FIRST);
        List<Fields> programs = elements(value(open(ALL).read().get(0), CardField.PROCESSES));

        assertThat(programs).hasSize(70);
        assertThat(programs.get(0))
                .isEqualTo(Fields.builder()
                        .put("pid", 4242)
                        .put("name", "/usr/bin/trainer-4242")
                        .put("memory", 1L << 20)
                        .build());
        assertThat(programs.get(1).get("name")).contains(missing("Not Found"));
        assertThat(programs.get(1).get("memory")).contains(missing("the driver does not tell it"));
        assertThat(programs.get(69).get("pid")).contains(whole(4311));
    }

    @Test
    void understandsTheLargerEntriesOfSomeDrivers() {
        assertThat(NvmlProcesses.entrySize("535.54.03")).isEqualTo(32);
        assertThat(NvmlProcesses.entrySize("535.104.05")).isEqualTo(24);
        assertThat(NvmlProcesses.entrySize("550.54.15")).isEqualTo(24);
        assertThat(NvmlProcesses.entrySize("")).isEqualTo(24);
    }

    @Test
    void makesDoWithTheFunctionsOfAnOldDriver() throws Exception {
        nvml = FakeNvml.in(folder, "-DOLD");
        sysfs.nvidia(FIRST);
        CardReading card = open(ALL).read().get(0);

        assertThat(value(card, CardField.MEMORY_USED))
                .as("with what is reserved")
                .isEqualTo(whole(5 * GB));
        assertThat(elements(value(card, CardField.PROCESSES))).hasSize(70);
        assertThat(elements(value(card, CardField.PROCESSES)).get(2).get("memory"))
                .contains(whole(3 << 20));
        assertThat(value(card, CardField.THROTTLE_REASONS)).isEqualTo(words("sw_power_cap", "hw_thermal_slowdown"));
        assertThat(value(card, CardField.MIG_MODE)).isEqualTo(missing("this driver's library cannot tell it"));
    }

    @Test
    void saysWithTheDriversWordsWhatACardDoesNotHave() throws Exception {
        sysfs.nvidia(FIRST);
        nvml.scenario(
                "fail nvmlDeviceGetFanSpeed 3",
                "fail nvmlDeviceGetTotalEccErrors 3",
                "fail nvmlDeviceGetPowerUsage 999",
                "fail nvmlDeviceGetComputeRunningProcesses_v3 4",
                "fail nvmlDeviceGetGraphicsRunningProcesses_v3 4",
                "fail nvmlDeviceGetMemoryInfo_v2 3");
        CardReading card = open(ALL).read().get(0);

        assertThat(card.state()).isEqualTo(CardState.ACTIVE);
        assertThat(value(card, CardField.FAN_PERCENT)).isEqualTo(missing("Not Supported"));
        assertThat(value(card, CardField.ECC_CORRECTED_VOLATILE)).isEqualTo(missing("Not Supported"));
        assertThat(value(card, CardField.POWER_DRAW)).isEqualTo(missing("Unknown Error"));
        assertThat(value(card, CardField.PROCESSES)).isEqualTo(missing("Insufficient Permissions"));
        assertThat(value(card, CardField.MEMORY_USAGE_PERCENT)).isEqualTo(missing("Not Supported"));
        assertThat(value(card, CardField.TEMPERATURE)).isEqualTo(real(61));
    }

    @Test
    void goesOnWithTheOthersWhenACardVanishesAndTakesItBack() throws Exception {
        sysfs.nvidia(FIRST);
        sysfs.nvidia(SECOND);
        nvml.scenario("cards 2");
        assertThat(open(ALL).read()).extracting(CardReading::state).containsOnly(CardState.ACTIVE);

        nvml.scenario("cards 2", "lost 0");
        List<CardReading> cards = backend.read();
        assertThat(cards).extracting(CardReading::state).containsExactly(CardState.LOST, CardState.ACTIVE);
        assertThat(value(cards.get(0), CardField.GPU_USAGE_PERCENT)).isEqualTo(missing("GPU is lost"));
        assertThat(value(cards.get(0), CardField.NAME)).as("is still known").isEqualTo(text("NVIDIA Fake 0"));
        assertThat(value(cards.get(1), CardField.GPU_USAGE_PERCENT)).isEqualTo(real(37));

        nvml.scenario("cards 2");
        assertThat(backend.read()).extracting(CardReading::state).containsOnly(CardState.ACTIVE);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        backend.read();
        assertThat(nvml.calls()).as("no reason to open the library again").doesNotContain("shutdown 0");
    }

    @Test
    void opensTheLibraryAgainWhenTheDriverWasLoadedAgain() throws Exception {
        sysfs.nvidia(FIRST);
        open(ALL).read();
        nvml.scenario("fail nvmlDeviceGetUtilizationRates 1", "fail nvmlInit_v2 9");
        assertThat(backend.read().get(0).loss()).contains("Unknown Error");

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(backend.read().get(0).loss()).contains("nvmlInit says Driver Not Loaded");
        assertThat(nvml.calls()).contains("shutdown 0");

        nvml.scenario();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(19));
        assertThat(backend.read().get(0).loss()).as("tried ever more rarely").isPresent();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(backend.read().get(0).state()).isEqualTo(CardState.ACTIVE);
    }

    @Test
    void readsTheInstancesOfADividedCard() throws Exception {
        sysfs.nvidia(FIRST);
        nvml.scenario("mig");
        CardReading card = open(ALL).read().get(0);

        assertThat(value(card, CardField.MIG_MODE)).isEqualTo(text("enabled"));
        List<Fields> instances = elements(value(card, CardField.MIG_INSTANCES));
        assertThat(instances)
                .extracting(instance -> instance.get("uuid").orElseThrow())
                .containsExactly(text("MIG-fake-100"), text("MIG-fake-101"));
        assertThat(instances.get(1).get("gpu_instance")).contains(whole(2));
        assertThat(instances.get(1).get("memory_total")).contains(whole(16 * GB));
    }

    @Test
    void neverTouchesACardThatSleeps() throws Exception {
        sysfs.nvidia(FIRST);
        sysfs.nvidia(SECOND);
        sysfs.sleeps(FIRST, true);
        nvml.scenario("cards 2");
        List<CardReading> cards = open(ALL).read();
        backend.prepareNext();

        assertThat(cards).extracting(CardReading::state).containsExactly(CardState.ASLEEP, CardState.ACTIVE);
        assertThat(value(cards.get(0), CardField.TEMPERATURE)).isEqualTo(missing(NvmlCard.ASLEEP));
        assertThat(nvml.calls()).contains("initialise 1", "pcie 1").doesNotContain("initialise 0", "pcie 0");

        sysfs.sleeps(FIRST, false);
        assertThat(backend.read()).extracting(CardReading::state).containsOnly(CardState.ACTIVE);
        sysfs.sleeps(FIRST, true);
        assertThat(value(backend.read().get(0), CardField.NAME)).isEqualTo(text("NVIDIA Fake 0"));
    }

    @Test
    void measuresTheTrafficBetweenReads() throws Exception {
        sysfs.nvidia(FIRST);
        assertThat(value(open(ALL).read().get(0), CardField.PCIE_TX_BYTES_PER_SEC))
                .isEqualTo(PcieMeter.NOT_YET);
        assertThat(nvml.calls()).doesNotContain("pcie 0");
        backend.prepareNext();
        CardReading card = backend.read().get(0);
        assertThat(value(card, CardField.PCIE_TX_BYTES_PER_SEC)).isEqualTo(whole(100 * 1024));
        assertThat(value(card, CardField.PCIE_RX_BYTES_PER_SEC)).isEqualTo(whole(200 * 1024));
    }

    @Test
    void asksForNothingThatIsNotWanted() throws Exception {
        sysfs.nvidia(FIRST);
        GpuOptions few = new GpuOptions(ALL.backends(), ALL.cards(), false, false, "");
        CardReading card = open(few).read().get(0);
        backend.prepareNext();
        assertThat(value(card, CardField.PROCESSES)).isEqualTo(missing("not asked for: processes is false"));
        assertThat(value(card, CardField.PCIE_RX_BYTES_PER_SEC)).isEqualTo(missing("not asked for: pcie is false"));
        assertThat(nvml.calls()).doesNotContain("pcie 0");
    }

    @Test
    void leavesOutTheCardsOfOtherContainers() throws Exception {
        sysfs.nvidia(FIRST);
        sysfs.nvidia(SECOND);
        assertThat(open(ALL).read()).extracting(CardReading::key).containsExactly(FIRST);
    }

    @Test
    void leavesOutACardThatWakesAndIsSomeoneElses() throws Exception {
        sysfs.nvidia(FIRST);
        sysfs.nvidia(SECOND);
        sysfs.sleeps(SECOND, true);
        assertThat(open(ALL).read()).extracting(CardReading::key).containsExactly(FIRST, SECOND);
        sysfs.sleeps(SECOND, false);
        assertThat(backend.read()).extracting(CardReading::key).containsExactly(FIRST);
    }

    @Test
    void hangsWithTheDriverSoThatTheReaderHasToGiveItUp() throws Exception {
        sysfs.nvidia(FIRST);
        NvmlBackend hanging = open(ALL);
        backend = null; // closing it would hang as well
        nvml.scenario("hang nvmlDeviceGetUtilizationRates");
        TimeLimit limit = new TimeLimit(Duration.ofMillis(100));
        assertThatThrownBy(() -> limit.call("hanging", hanging::read)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void asksTheDriverWhereSysfsShowsNoCard() throws Exception {
        nvml.scenario("cards 2");
        assertThat(open(ALL).read()).extracting(CardReading::key).containsExactly(FIRST, SECOND);
    }

    @Test
    void saysWhyTheLibraryIsOfNoUse() throws Exception {
        nvml.scenario("fail nvmlInit_v2 9");
        assertThatThrownBy(() -> open(ALL)).hasMessage("nvmlInit says Driver Not Loaded");
        nvml.scenario("cards 0");
        assertThatThrownBy(() -> open(ALL)).hasMessage("its driver has no card for us");
        assertThatThrownBy(() -> NvmlLibrary.load("libnvidia-nowhere.so.1"))
                .hasMessage("libnvidia-nowhere.so.1 is not installed");
    }

    private NvmlBackend open(GpuOptions options) throws NoCardsException {
        backend = NvmlBackend.open(options, nvml.path(), sysfs.bus(), nanos::get);
        return backend;
    }
}
