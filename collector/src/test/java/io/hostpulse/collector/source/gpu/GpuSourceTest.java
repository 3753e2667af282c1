package io.hostpulse.collector.source.gpu;

import static io.hostpulse.collector.source.gpu.Cards.ALL;
import static io.hostpulse.collector.source.gpu.Cards.gpus;
import static io.hostpulse.collector.source.gpu.Cards.text;
import static io.hostpulse.collector.source.gpu.Cards.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.TimeLimit;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuSourceTest {

    private static final TimeLimit PATIENT = new TimeLimit(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void numbersTheCardsOfAllBackendsInOneRow() throws Exception {
        amd(0, "0000:83:00.0");
        try (Source source = GpuSourceType.open(nvidiaHost(), ALL)) {
            Reading reading = source.read();
            Fields fields = ((Reading.Ok) reading).fields();
            assertThat(fields.get("count")).contains(whole(3));
            assertThat(fields.get("backend")).contains(text("nvidia-smi, sysfs"));
            assertThat(gpus(reading))
                    .extracting(gpu -> gpu.get("id").orElseThrow(), gpu -> gpu.get("vendor")
                            .orElseThrow())
                    .containsExactly(
                            tuple(whole(0), text("NVIDIA")),
                            tuple(whole(1), text("NVIDIA")),
                            tuple(whole(2), text("AMD")));
        }
    }

    @Test
    void writesTheFieldsOfTheSeedFirstAndEachNullWithItsReason() throws Exception {
        try (Source source = GpuSourceType.open(nvidiaHost(), ALL)) {
            String json = StandardCharsets.UTF_8
                    .decode(new PayloadWriter().write(source.read()))
                    .toString();
            assertThat(json)
                    .startsWith(
                            "{\"count\":2,\"backend\":\"nvidia-smi\",\"gpus\":[{\"id\":0,"
                                    + "\"name\":\"NVIDIA GeForce RTX 4070\",\"driver_version\":\"580.95.05\","
                                    + "\"memory_total\":12878610432,\"memory_used\":1248854016,\"memory_free\":11249123328,"
                                    + "\"gpu_usage_percent\":3.0,\"temperature\":41.0,\"power_draw\":9.91,\"power_limit\":200.0,")
                    .contains("\"gpus[1].gpu_usage_percent\":\"nvidia-smi says N/A\"");
        }
    }

    @Test
    void keepsTheNumbersOfTheCardsThatAreChosen() throws Exception {
        GpuOptions a100 = new GpuOptions(ALL.backends(), new Globs(List.of("*A100*")), true, true, "");
        try (Source source = GpuSourceType.open(nvidiaHost(), a100)) {
            assertThat(gpus(source.read()))
                    .extracting(gpu -> gpu.get("id").orElseThrow())
                    .containsExactly(whole(1));
        }
        GpuOptions none = new GpuOptions(ALL.backends(), new Globs(List.of("Tesla*")), true, true, "");
        try (Source source = GpuSourceType.open(nvidiaHost(), none)) {
            assertThat(source.read())
                    .isEqualTo(new Reading.Unavailable("none of 2 cards matches sources.gpu.cards [Tesla*]"));
        }
    }

    @Test
    void failsOnlyWhenEveryCardIsLost() throws Exception {
        Path amd = amd(0, "0000:83:00.0");
        Path other = amd(1, "0000:84:00.0");
        try (Source source = GpuSourceType.open(GpuFixture.host(folder, Optional.empty()), ALL)) {
            Files.delete(amd.resolve("device"));
            assertThat(gpus(source.read()))
                    .extracting(gpu -> gpu.get("state").orElseThrow())
                    .containsExactly(text("lost"), text("active"));
            Files.delete(other.resolve("device"));
            assertThat(source.read()).isInstanceOfSatisfying(Reading.Failed.class, failed -> assertThat(failed.reason())
                    .contains("AMD 1002:73bf at 0000:83:00.0: ")
                    .contains("is gone: the card or its driver was removed"));
        }
    }

    @Test
    void isAbsentWhereNoBackendFindsACardAndSaysWhatEachHasFound() {
        assertThatThrownBy(() -> GpuSourceType.open(GpuFixture.host(folder, Optional.empty()), ALL))
                .isInstanceOf(SourceAbsentException.class)
                .hasMessage("no GPU found: nvml: libnvidia-nowhere.so.1 is not installed;"
                        + " nvidia-smi: it is not in PATH; sysfs: no card of AMD or Intel");
    }

    @Test
    void doesNotTryWhatIsSwitchedOff() throws Exception {
        GpuOptions sysfsOnly = new GpuOptions(List.of(BackendKind.SYSFS), ALL.cards(), true, true, "");
        assertThatThrownBy(() -> GpuSourceType.open(nvidiaHost(), sysfsOnly))
                .hasMessage("no GPU found: nvml: switched off in the configuration;"
                        + " nvidia-smi: switched off in the configuration; sysfs: no card of AMD or Intel");
    }

    @Test
    void probeTellsWhatCameOfEachBackend() throws Exception {
        Fields found = ((Reading.Ok) GpuProbe.within(PATIENT, nvidiaHost(), ALL)).fields();
        assertThat(found.get("available")).contains(new Value.Flag(true));
        assertThat(Cards.elements(found.get("tried").orElseThrow()))
                .extracting(tried -> tried.get("result").orElseThrow())
                .containsExactly(
                        text("libnvidia-nowhere.so.1 is not installed"),
                        text("in use"),
                        text("no card of AMD or Intel"));
    }

    @Test
    void probeTakesNoCardForAResult() {
        Reading reading = GpuProbe.within(PATIENT, GpuFixture.host(folder, Optional.empty()), ALL);
        assertThat(StandardCharsets.UTF_8
                        .decode(new PayloadWriter().write(reading))
                        .toString())
                .startsWith(
                        "{\"available\":false,\"count\":0,\"backend\":null,\"gpus\":[],\"tried\":[{\"backend\":\"nvml\","
                                + "\"result\":\"libnvidia-nowhere.so.1 is not installed\"}");
    }

    @Test
    void probeGivesUpOnADriverThatHangs() throws Exception {
        FakeNvml nvml = FakeNvml.in(folder).scenario("hang nvmlInit_v2");
        GpuOptions hanging = new GpuOptions(ALL.backends(), ALL.cards(), true, true, nvml.path());
        Reading reading = GpuProbe.within(
                new TimeLimit(Duration.ofSeconds(1)), GpuFixture.host(folder, Optional.empty()), hanging);
        assertThat(reading)
                .isEqualTo(new Reading.Failed(
                        "the driver of a GPU has not answered within 1 s: see the kernel's log (dmesg)"));
    }

    private GpuHost nvidiaHost() throws Exception {
        return GpuFixture.host(
                folder,
                Optional.of(
                        FakeSmi.in(folder, FakeSmi.prints("driver-580-v13.xml")).script()));
    }

    private Path amd(int number, String address) throws Exception {
        FakeSysfs sysfs = new FakeSysfs(folder.resolve("sys"));
        Path device = sysfs.device(address, "0x1002", "amdgpu");
        FakeSysfs.write(device, "device", "0x73bf");
        return sysfs.card(number, device);
    }
}
