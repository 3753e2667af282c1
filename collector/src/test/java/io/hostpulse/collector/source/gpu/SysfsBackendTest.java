package io.hostpulse.collector.source.gpu;

import static io.hostpulse.collector.source.gpu.Cards.missing;
import static io.hostpulse.collector.source.gpu.Cards.real;
import static io.hostpulse.collector.source.gpu.Cards.text;
import static io.hostpulse.collector.source.gpu.Cards.value;
import static io.hostpulse.collector.source.gpu.Cards.whole;
import static io.hostpulse.collector.source.gpu.Cards.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsBackendTest {

    private static final String ADDRESS = "0000:03:00.0";
    private static final long GB = 1L << 30;

    @TempDir
    Path root;

    private final AtomicLong nanos = new AtomicLong();
    private FakeSysfs sysfs;

    @BeforeEach
    void wire() {
        sysfs = new FakeSysfs(root);
    }

    @Test
    void readsWhatAmdgpuShows() throws Exception {
        amd();
        CardReading card = open().read().get(0);

        assertThat(card.key()).isEqualTo(ADDRESS);
        assertThat(value(card, CardField.NAME)).isEqualTo(text("Radeon RX 6800 XT"));
        assertThat(value(card, CardField.UUID)).isEqualTo(text("d0c9a53dbc47ef1c"));
        assertThat(value(card, CardField.VENDOR)).isEqualTo(text("AMD"));
        assertThat(value(card, CardField.DRIVER_VERSION)).isEqualTo(text("amdgpu 6.8.5"));
        assertThat(value(card, CardField.GPU_USAGE_PERCENT)).isEqualTo(real(73));
        assertThat(value(card, CardField.MEMORY_BANDWIDTH_PERCENT)).isEqualTo(real(21));
        assertThat(value(card, CardField.MEMORY_TOTAL)).isEqualTo(whole(16 * GB));
        assertThat(value(card, CardField.MEMORY_FREE)).isEqualTo(whole(12 * GB));
        assertThat(value(card, CardField.MEMORY_USAGE_PERCENT)).isEqualTo(real(25));
        assertThat(value(card, CardField.TEMPERATURE)).isEqualTo(real(54));
        assertThat(value(card, CardField.FAN_PERCENT)).isEqualTo(real(40));
        assertThat(value(card, CardField.POWER_DRAW)).isEqualTo(real(203.5));
        assertThat(value(card, CardField.POWER_LIMIT)).isEqualTo(real(255));
        assertThat(value(card, CardField.CLOCK_GRAPHICS)).isEqualTo(whole(2105));
        assertThat(value(card, CardField.CLOCK_GRAPHICS_MAX)).isEqualTo(whole(2575));
        assertThat(value(card, CardField.CLOCK_MEMORY)).isEqualTo(whole(1000));
        assertThat(value(card, CardField.ECC_UNCORRECTED_VOLATILE)).isEqualTo(whole(1));
        assertThat(value(card, CardField.ECC_CORRECTED_VOLATILE)).isEqualTo(whole(4));
        assertThat(value(card, CardField.PROCESSES)).isEqualTo(missing("its driver does not show it in sysfs"));
    }

    @Test
    void saysWhichFileOfAnOlderCardIsNotThere() throws Exception {
        Path device = sysfs.device(ADDRESS, "0x1002", "amdgpu");
        FakeSysfs.write(device, "device", "0x1636");
        FakeSysfs.write(device, "gpu_busy_percent", "busy");
        sysfs.card(0, device);
        CardReading card = open().read().get(0);

        assertThat(value(card, CardField.NAME)).isEqualTo(text("AMD 1002:1636"));
        assertThat(value(card, CardField.GPU_USAGE_PERCENT))
                .isInstanceOfSatisfying(Value.Missing.class, value -> assertThat(value.reason())
                        .endsWith("gpu_busy_percent does not hold a whole number"));
        assertThat(value(card, CardField.MEMORY_USED)).isEqualTo(missing("there is no file mem_info_vram_used"));
        assertThat(value(card, CardField.CLOCK_GRAPHICS)).isEqualTo(missing("there is no file pp_dpm_sclk"));
        assertThat(value(card, CardField.POWER_DRAW)).isEqualTo(missing("there is no file power1_input"));
    }

    @Test
    void readsWhatI915ShowsOfAnOlderCard() throws Exception {
        Path device = sysfs.device("0000:00:02.0", "0x8086", "i915");
        FakeSysfs.write(device, "device", "0x3e92");
        Path card = sysfs.card(0, device);
        FakeSysfs.write(card, "gt_act_freq_mhz", "350");
        FakeSysfs.write(card, "gt_RP0_freq_mhz", "1150");
        CardReading reading = open().read().get(0);

        assertThat(value(reading, CardField.NAME)).isEqualTo(text("Intel 8086:3e92"));
        assertThat(value(reading, CardField.CLOCK_GRAPHICS)).isEqualTo(whole(350));
        assertThat(value(reading, CardField.CLOCK_GRAPHICS_MAX)).isEqualTo(whole(1150));
        assertThat(value(reading, CardField.GPU_USAGE_PERCENT))
                .isEqualTo(missing("Intel's drivers tell it through perf only, not through sysfs"));
        assertThat(value(reading, CardField.THROTTLE_REASONS)).isEqualTo(missing("the driver does not show them"));
    }

    @Test
    void derivesThePowerOfAnI915CardFromItsEnergy() throws Exception {
        Path device = arc("i915");
        Path card = sysfs.card(1, device);
        FakeSysfs.write(card, "gt/gt0/rps_act_freq_mhz", "2400");
        FakeSysfs.write(card, "gt/gt0/rps_RP0_freq_mhz", "2450");
        FakeSysfs.write(card, "gt/gt0/throttle_reason_status", "1");
        FakeSysfs.write(card, "gt/gt0/throttle_reason_pl1", "1");
        FakeSysfs.write(card, "gt/gt0/throttle_reason_thermal", "0");
        SysfsBackend backend = open();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        FakeSysfs.write(device, "hwmon/hwmon4/energy1_input", Long.toString(5_000_000 + 90_000_000));
        CardReading reading = backend.read().get(0);

        assertThat(value(reading, CardField.POWER_DRAW)).isEqualTo(real(45));
        assertThat(value(reading, CardField.POWER_LIMIT)).isEqualTo(real(190));
        assertThat(value(reading, CardField.CLOCK_GRAPHICS)).isEqualTo(whole(2400));
        assertThat(value(reading, CardField.CLOCK_GRAPHICS_MAX)).isEqualTo(whole(2450));
        assertThat(value(reading, CardField.THROTTLE_REASONS)).isEqualTo(words("pl1"));

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        FakeSysfs.write(device, "hwmon/hwmon4/energy1_input", "17");
        assertThat(value(backend.read().get(0), CardField.POWER_DRAW))
                .isEqualTo(missing("the counter went backwards: it was reset or has wrapped"));
    }

    @Test
    void readsWhatXeShows() throws Exception {
        Path device = arc("xe");
        FakeSysfs.write(device, "tile0/gt0/freq0/act_freq", "1800");
        FakeSysfs.write(device, "tile0/gt0/freq0/rp0_freq", "2850");
        FakeSysfs.write(device, "tile0/gt0/freq0/throttle/status", "1");
        FakeSysfs.write(device, "tile0/gt0/freq0/throttle/reason_thermal", "1");
        FakeSysfs.write(device, "tile0/gt0/freq0/throttle/reason_pl2", "0");
        FakeSysfs.write(device, "hwmon/hwmon4/temp2_input", "51000");
        sysfs.card(0, device);
        CardReading reading = open().read().get(0);

        assertThat(value(reading, CardField.CLOCK_GRAPHICS)).isEqualTo(whole(1800));
        assertThat(value(reading, CardField.CLOCK_GRAPHICS_MAX)).isEqualTo(whole(2850));
        assertThat(value(reading, CardField.TEMPERATURE)).isEqualTo(real(51));
        assertThat(value(reading, CardField.THROTTLE_REASONS)).isEqualTo(words("thermal"));
    }

    @Test
    void neverReadsACardThatSleeps() throws Exception {
        amd();
        sysfs.sleeps(ADDRESS, true);
        CardReading card = open().read().get(0);
        assertThat(card.state()).isEqualTo(CardState.ASLEEP);
        assertThat(value(card, CardField.NAME)).isEqualTo(text("Radeon RX 6800 XT"));
        assertThat(value(card, CardField.GPU_USAGE_PERCENT)).isEqualTo(missing(NvmlCard.ASLEEP));
    }

    @Test
    void saysThatACardWasRemoved() throws Exception {
        Path device = arc("xe");
        Path card = sysfs.card(0, device);
        SysfsBackend backend = open();
        Files.delete(card.resolve("device"));
        assertThat(backend.read().get(0).loss().orElseThrow())
                .endsWith("card0/device is gone: the card or its driver was removed");
    }

    @Test
    void takesNoConnectorAndNoServersConsoleForAGpu() throws Exception {
        Files.createDirectories(root.resolve("class/drm/card0-VGA-1"));
        sysfs.card(0, sysfs.device("0000:02:00.0", "0x1a03", "ast"));
        assertThatThrownBy(this::open).hasMessage("no card of AMD or Intel, only card0 (ast)");
    }

    @Test
    void saysThatThereIsNoCardAtAll() {
        assertThatThrownBy(this::open).hasMessage("no card of AMD or Intel");
    }

    @Test
    void ordersCardsByTheirNumbers() throws Exception {
        sysfs.card(10, sysfs.device("0000:0a:00.0", "0x1002", "amdgpu"));
        sysfs.card(9, sysfs.device("0000:0b:00.0", "0x1002", "amdgpu"));
        assertThat(open().read()).extracting(CardReading::key).isEqualTo(List.of("0000:0b:00.0", "0000:0a:00.0"));
    }

    private void amd() throws IOException {
        Path device = sysfs.device(ADDRESS, "0x1002", "amdgpu");
        FakeSysfs.write(device, "product_name", "Radeon RX 6800 XT");
        FakeSysfs.write(device, "unique_id", "d0c9a53dbc47ef1c");
        FakeSysfs.write(device, "gpu_busy_percent", "73");
        FakeSysfs.write(device, "mem_busy_percent", "21");
        FakeSysfs.write(device, "mem_info_vram_total", Long.toString(16 * GB));
        FakeSysfs.write(device, "mem_info_vram_used", Long.toString(4 * GB));
        FakeSysfs.write(device, "pp_dpm_sclk", "0: 500Mhz\n1: 2105Mhz *\n2: 2575Mhz");
        FakeSysfs.write(device, "pp_dpm_mclk", "0: 96Mhz\n1: 456Mhz\n2: 673Mhz\n3: 1000Mhz *");
        FakeSysfs.write(device, "hwmon/hwmon2/temp1_input", "54000");
        FakeSysfs.write(device, "hwmon/hwmon2/power1_average", "203500000");
        FakeSysfs.write(device, "hwmon/hwmon2/power1_cap", "255000000");
        FakeSysfs.write(device, "hwmon/hwmon2/pwm1", "102");
        FakeSysfs.write(device, "ras/umc_err_count", "ue: 1\nce: 4");
        FakeSysfs.write(root, "module/amdgpu/version", "6.8.5");
        sysfs.card(1, device);
    }

    private Path arc(String driver) throws IOException {
        Path device = sysfs.device(ADDRESS, "0x8086", driver);
        FakeSysfs.write(device, "device", "0x56a0");
        FakeSysfs.write(device, "hwmon/hwmon4/energy1_input", "5000000");
        FakeSysfs.write(device, "hwmon/hwmon4/power1_max", "190000000");
        return device;
    }

    private SysfsBackend open() throws NoCardsException {
        return SysfsBackend.open(root, nanos::get);
    }
}
